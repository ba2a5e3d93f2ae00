// Why a word stands beside a name or does not, part by part: the parts and the badge never
// disagree, and each figure is in the rows.
import { describe, expect, it } from 'vitest';
import type { SegmentCriteria, UnmetCriterion } from '#domain/week/segment-criteria.ts';
import { segmentCriteriaOf } from '#engine/segments/segment-criteria.ts';
import { segmentsOf } from '#engine/segments/segments.ts';
import { profileOf, type Profile } from '#engine/profile/profile.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { addDays, dayAt, dayNumber, daysBetween } from '#lib/day.ts';
import { historiesIn, randomShop } from '../../support/shops/random-shop.ts';
import {
  recountedShop,
  gapsOf,
  type Counted,
  type RecountedShop,
} from '../../support/recount/raw-count.ts';
import { countedIn, isConfirmed } from '../../support/recount/shop-report.ts';
import {
  daysAgo,
  every,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

describe('a segment by its criteria', () => {
  it.each([0, 50])('says the same as the badge, in fifty shops from %i on', (from) => {
    for (let number = from; number < from + 50; number += 1) {
      for (const { person, shop } of everybodyIn(number)) {
        const kinds = new Set(segmentsOf(person).map(({ segment }) => segment));
        for (const whole of segmentCriteriaOf(person)) {
          expect(whole.holds).toBe(kinds.has(whole.segment));
          expect(isAsPublished(whole)).toBe(whole.holds);
          expectFigures(whole, { person, shop });
        }
      }
    }
  });

  it('is valued in five parts: what holds with its facts, what does not with what it lacks', () => {
    const [valued] = partsOf('Mrs Khan', [
      {
        name: 'Mrs Khan',
        visits: every(7, { times: 20, until: daysAgo(3), amount: 1500 }),
        moments: [{ kind: 'praise', day: daysAgo(20), answeredOn: daysAgo(19) }],
      },
      { name: 'Mr Vale', visits: every(7, { times: 40, until: daysAgo(3), amount: 9000 }) },
    ]);
    expect(valued).toMatchObject({ segment: 'valued', holds: false, needed: 2 });
    expect(valued?.criteria.map(({ criterion, unmet }) => [criterion, unmet])).toEqual([
      ['regular', null],
      ['big-baskets', { code: 'below-top', yearly: expect.any(Number), from: 360_000, share: 0.1 }],
      ['word-spread', { code: 'no-word', months: 12 }],
      ['told-us', null],
      ['together', { code: 'not-long', first: daysAgo(136), from: addDays(daysAgo(136), 365) }],
    ]);
    expect(valued?.criteria[0]?.evidence[0]).toMatchObject({
      code: 'own-rhythm',
      within: 6,
      of: 6,
    });
  });

  it('is for the offers by enough visits and by most of them at a reduced price', () => {
    const reduced = on([daysAgo(30)], { reduced: true });
    const [, priceLed] = partsOf('Ed', [
      { name: 'Ed', visits: [...reduced, ...on([daysAgo(20), daysAgo(10), daysAgo(5)])] },
    ]);
    expect(priceLed).toEqual({
      segment: 'price-led',
      holds: false,
      needed: 1,
      criteria: [
        { criterion: 'enough-visits', evidence: [], unmet: null },
        {
          criterion: 'reduced',
          evidence: [],
          unmet: { code: 'few-reduced', reduced: 1, of: 4, needed: 3 },
        },
      ],
    });
  });

  it('says nothing of offers to who pays the full price, and nothing of who only looked', () => {
    const full = partsOf('Ann', [{ name: 'Ann', visits: on([daysAgo(4)]) }]);
    expect(full.map(({ segment }) => segment)).toEqual(['valued']);
    expect(partsOf('Bo', [{ name: 'Bo', visits: on([daysAgo(4)], { kind: 'browsed' }) }])).toEqual(
      [],
    );
  });
});

function partsOf(name: string, specs: readonly CustomerSpec[]): readonly SegmentCriteria[] {
  const settings = settingsWith();
  const rules = settings.kindRules;
  const histories = historiesOf(specs.map(personWith));
  const shop = cohortOf({ histories, calendar: settings, rules, today });
  return histories
    .filter((history) => history.facts.name === name)
    .flatMap((history) => segmentCriteriaOf(profileOf(history, shop, rules)));
}

interface LazyCounter {
  readonly person: Profile;
  readonly shop: RecountedShop;
}

function everybodyIn(number: number): readonly LazyCounter[] {
  const raw = randomShop(number);
  const histories = historiesIn(raw);
  const rules = raw.settings.kindRules;
  const seen = cohortOf({ histories, calendar: raw.settings, rules, today: raw.today });
  const shop = recountedShop(raw);
  return histories.map((history) => ({ person: profileOf(history, seen, rules), shop }));
}

/** The published combination: the first part and so many of the others. */
function isAsPublished({ criteria: [first, ...others], needed }: SegmentCriteria): boolean {
  const holding = others.filter(({ unmet }) => unmet === null).length;
  return first?.unmet === null && holding >= needed;
}

function expectFigures(whole: SegmentCriteria, { person, shop }: LazyCounter): void {
  const id = person.history.customerId;
  const rows = countedIn(shop, id);
  for (const { criterion, evidence, unmet } of whole.criteria) {
    for (const reason of evidence)
      expect(isConfirmed({ id, reason, where: 'kind' }, shop)).toBe(true);
    if (unmet === null) continue;
    const recount = { rows, shop, isPurchases: criterion === 'enough-visits' };
    expect(unmet).toMatchObject(lackIn(unmet.code, unmet, recount));
  }
}

interface LackRows {
  readonly rows: Counted;
  readonly shop: RecountedShop;
  readonly isPurchases: boolean;
}

type UnmetCriterionByCode = { readonly [Each in UnmetCriterion as Each['code']]: Each };
type Recounts = {
  readonly [Code in keyof UnmetCriterionByCode]: (
    lack: UnmetCriterionByCode[Code],
    from: LackRows,
  ) => object;
};

function lackIn<Code extends keyof UnmetCriterionByCode>(
  code: Code,
  lack: UnmetCriterionByCode[Code],
  from: LackRows,
): object {
  return recounts[code](lack, from);
}

// What the rows say of each figure; where the shop's money is reckoned, that less is truly less.
const recounts: Recounts = {
  'few-gaps': ({ needed }, { rows }) => {
    expect(rows.days.length - 1).toBeLessThan(needed);
    return { gaps: rows.days.length - 1 };
  },
  'gaps-differ': (_, { rows }) => {
    const latest = gapsOf(rows.days).slice(-6);
    return { of: latest.length, low: Math.min(...latest), high: Math.max(...latest) };
  },
  'comes-less': (_, { rows, shop }) => {
    const last = rows.days.at(-1) ?? 0;
    return { last: dayAt(last), silentDays: shop.today - last };
  },
  'few-visits': ({ visits, needed }, { rows, isPurchases }) => {
    expect(visits).toBeLessThan(needed);
    return { visits: isPurchases ? rows.bought.length : rows.days.length };
  },
  'no-amounts': (_, { rows, shop }) => {
    const year = rows.bought.filter(({ day }) => shop.today - dayNumber(day) < 364);
    expect(year.every(({ amount }) => amount === null)).toBe(true);
    return {};
  },
  'below-top': ({ yearly, from }, { shop }) => {
    expect(yearly).toBeLessThan(from);
    return { share: shop.raw.settings.kindRules.bigSpenderTopShare };
  },
  'no-word': () => ({ months: 12 }),
  'told-nothing': () => ({}),
  'not-long': ({ first, from }, { rows, shop }) => {
    expect(daysBetween(first, from)).toBe(365);
    expect(from > shop.raw.today).toBe(true);
    return { first: dayAt(rows.days[0] ?? 0) };
  },
  'few-reduced': ({ reduced, needed }, { rows }) => {
    expect(reduced).toBeLessThan(needed);
    return { of: rows.bought.length, reduced: rows.bought.filter((visit) => visit.reduced).length };
  },
};
