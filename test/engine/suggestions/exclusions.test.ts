import { describe, expect, it } from 'vitest';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { ExclusionRule } from '#domain/week/suggestion.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import type { Day } from '#lib/day.ts';
import {
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  thankedOn,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

// Each row: what keeps somebody off, and the same person without that cause. Taking the cause away
// must take that rule away, and where nothing else stands in the way, put the person on the list.

interface Case {
  readonly rule: ExclusionRule;
  readonly cause: Omit<CustomerSpec, 'name'>;
  readonly without: Omit<CustomerSpec, 'name'>;
  readonly listedWithout: boolean;
  readonly settings?: Partial<SettingsValues>;
}

const weekly = every(7, { times: 30, until: daysAgo(4), amount: 1500 });
const silent = every(7, { times: 30, until: daysAgo(32), amount: 1500 });

const cases: readonly Case[] = [
  {
    rule: 'owner-said-no',
    cause: { visits: weekly, suggestNothing: true },
    without: { visits: weekly },
    listedWithout: true,
  },
  {
    rule: 'young',
    cause: { visits: weekly, young: true },
    without: { visits: weekly },
    listedWithout: true,
  },
  {
    rule: 'passing-through',
    cause: { visits: weekly, passingThrough: true },
    without: { visits: weekly },
    listedWithout: true,
  },
  {
    rule: 'waiting',
    cause: { visits: weekly, gestures: [{ kind: 'card', plannedOn: daysAgo(10) }] },
    without: {
      visits: weekly,
      gestures: [{ kind: 'card', plannedOn: daysAgo(10), expiresOn: daysAgo(3) }],
    },
    listedWithout: true,
  },
  {
    rule: 'resting',
    cause: { visits: weekly, gestures: [thankedOn(daysAgo(55))] },
    without: { visits: weekly, gestures: [] },
    listedWithout: true,
  },
  {
    rule: 'decided-this-week',
    cause: { visits: weekly, gestures: [thankedOn(daysAgo(1))] },
    without: { visits: weekly, gestures: [] },
    listedWithout: true,
  },
  {
    rule: 'skipped',
    cause: {
      visits: weekly,
      gestures: [{ kind: 'card', plannedOn: daysAgo(27), skippedOn: daysAgo(27) }],
    },
    without: {
      visits: weekly,
      gestures: [{ kind: 'card', plannedOn: daysAgo(28), skippedOn: daysAgo(28) }],
    },
    listedWithout: true,
  },
  {
    rule: 'lives-elsewhere',
    cause: { visits: silent, local: false },
    without: { visits: silent, local: true },
    listedWithout: true,
  },
  {
    rule: 'no-post',
    cause: {
      visits: silent,
      permissions: [
        {
          purpose: 'any',
          way: 'post',
          answer: 'no',
          day: daysAgo(99),
          how: 'at the till',
          words: '',
          notedAt: 0,
        },
      ],
    },
    without: { visits: silent },
    listedWithout: true,
  },
  {
    rule: 'only-for-offers',
    cause: { visits: on([daysAgo(20), daysAgo(6)], { reduced: true }) },
    without: { visits: on([daysAgo(20), daysAgo(6)]) },
    listedWithout: true,
  },
  {
    rule: 'only-for-offers',
    cause: { visits: on([daysAgo(120)], { amount: 10_000, reduced: true }) },
    without: { visits: on([daysAgo(120)], { amount: 10_000 }) },
    listedWithout: false,
  },
  {
    rule: 'came-once',
    cause: { visits: on([daysAgo(110)], { amount: 100_000 }) },
    without: { visits: on([daysAgo(11), daysAgo(4)], { amount: 50_000 }) },
    listedWithout: true,
  },
  {
    rule: 'long-gone',
    cause: { visits: every(7, { times: 30, until: daysAgo(380) }) },
    without: { visits: silent },
    listedWithout: true,
  },
  {
    rule: 'too-few-facts',
    cause: { visits: on([daysAgo(70)]), birthday: '06-20' },
    without: { visits: on([daysAgo(70)], { marks: ['friend'] }), birthday: '06-20' },
    listedWithout: true,
  },
  {
    rule: 'nothing-stands-out',
    cause: { visits: on([daysAgo(20)]) },
    without: { visits: on([daysAgo(20), daysAgo(3)]) },
    listedWithout: true,
  },
  {
    rule: 'over-budget',
    cause: { visits: weekly },
    without: { visits: weekly },
    listedWithout: true,
    settings: { budgetMoney: 119 },
  },
];

describe('why somebody is not on the list', () => {
  it.each(cases)(
    'is truly $rule: without its cause that rule is gone',
    ({ rule, cause, without, listedWithout, settings = {} }) => {
      const kept = weekFor({ name: 'Mrs Lind', ...cause }, settings);
      expect(kept.suggestions).toEqual([]);
      expect(kept.exclusions.map((each) => each.rule)).toEqual([rule]);

      const freed = weekFor({ name: 'Mrs Lind', ...without }, {});
      expect(freed.suggestions.length).toBe(listedWithout ? 1 : 0);
      expect(freed.exclusions.map((each) => each.rule)).not.toContain(rule);
    },
  );

  it('is that all places are taken only while they are', () => {
    const two = [
      personWith({ name: 'Abel', visits: weekly }),
      personWith({ name: 'Bea', visits: weekly }),
    ];
    const rules = (budgetPieces: number) =>
      suggest({
        histories: historiesOf(two),
        settings: settingsWith({ budgetPieces }),
        today,
      }).exclusions.map((each) => each.rule);
    expect(rules(1)).toEqual(['places-full']);
    expect(rules(2)).toEqual([]);
  });

  it('counts what was promised this week already', () => {
    const promised = personWith({
      name: 'Cyril',
      visits: weekly,
      gestures: [{ kind: 'offer', plannedOn: today, cost: 2950 }],
    });
    const bea = personWith({ name: 'Bea', visits: weekly });
    const week = suggest({
      histories: historiesOf([promised, bea]),
      settings: settingsWith(),
      today,
    });
    expect([week.committedMoney, week.committedPieces]).toEqual([2950, 1]);
    expect(week.exclusions).toContainEqual({
      customerId: bea.id,
      name: 'Bea',
      rule: 'over-budget',
      cost: 120,
      left: 50,
    });
  });
});

describe('a complaint', () => {
  const complaint = { kind: 'complaint' as const, day: daysAgo(5), text: 'It was dry.' };

  it('is answered with a word before any card, even while somebody rests', () => {
    const week = weekFor(
      { name: 'Ruth', visits: weekly, moments: [complaint], gestures: [thankedOn(daysAgo(20))] },
      {},
    );
    expect(week.suggestions).toMatchObject([{ gesture: 'word', cost: 0, place: 'answer' }]);
  });

  it('is past answering in person a year after both were here', () => {
    const told = (ago: number, seen: number) =>
      weekFor(
        {
          name: 'Ruth',
          visits: every(7, { times: 20, until: daysAgo(seen) }),
          moments: [{ ...complaint, day: daysAgo(ago) }],
        },
        {},
      );
    expect(told(365, 365).suggestions).toEqual([]);
    expect(told(365, 365).exclusions).toMatchObject([{ rule: 'long-gone', silentDays: 365 }]);
    expect(told(364, 365).suggestions).toMatchObject([{ place: 'answer' }]);
    expect(told(400, 364).suggestions).toMatchObject([{ place: 'answer' }]);
  });

  it('is not brought up again once it is answered', () => {
    const week = weekFor(
      { name: 'Ruth', visits: weekly, moments: [{ ...complaint, answeredOn: daysAgo(1) }] },
      {},
    );
    expect(week.suggestions[0]?.gesture).toBe('card');
  });

  it('is not suggested twice while the word waits to be said', () => {
    const week = weekFor(
      {
        name: 'Ruth',
        visits: weekly,
        moments: [complaint],
        gestures: [{ kind: 'word', plannedOn: daysAgo(1) }],
      },
      {},
    );
    expect(week.suggestions).toEqual([]);
  });

  it('is left alone for the weeks of a skip once its word was skipped', () => {
    const rulesOn = (day: Day) => {
      const gestures = [{ kind: 'word' as const, plannedOn: day, skippedOn: day }];
      const week = weekFor(
        { name: 'Ruth', visits: weekly, moments: [complaint], gestures },
        { budgetPieces: 0 },
      );
      return { words: week.suggestions.length, rules: week.exclusions.map(({ rule }) => rule) };
    };
    expect(rulesOn(daysAgo(27))).toEqual({ words: 0, rules: ['skipped'] });
    expect(rulesOn(daysAgo(28))).toEqual({ words: 1, rules: [] });
  });

  it('comes before praise and ideas', () => {
    const told = (name: string, kind: 'complaint' | 'idea') =>
      personWith({ name, visits: weekly, moments: [{ ...complaint, kind }] });
    const { suggestions } = suggest({
      histories: historiesOf([...longAgo, told('Abel', 'idea'), told('Bea', 'complaint')]),
      settings: settingsWith(),
      today,
    });
    expect(suggestions.map(({ name }) => name)).toEqual(['Bea', 'Abel']);
    expect(suggestions[0]?.score).toBeGreaterThan(suggestions[1]?.score ?? 0);
  });
});

function weekFor(spec: CustomerSpec, changes: Partial<SettingsValues>) {
  const histories = historiesOf([...longAgo, personWith(spec)]);
  const week = suggest({ histories, settings: settingsWith(changes), today });
  return { ...week, exclusions: week.exclusions.filter(({ name }) => name === spec.name) };
}
