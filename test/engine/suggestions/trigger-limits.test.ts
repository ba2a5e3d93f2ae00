// From when to when something is a reason to do something for somebody, and what it counts beside
// other reasons. Told on Thursday, 18 June.
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '#domain/week/reason.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { ExclusionRule, Suggestion } from '#domain/week/suggestion.ts';
import { addDays, mondayOf } from '#lib/day.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
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

type Told = Omit<CustomerSpec, 'name'>;

/** Just inside, and just outside. */
interface Limit<Name> {
  readonly name: Name;
  readonly what: string;
  readonly inside: Told;
  readonly outside: Told;
}

const weekly = (times: number, lastSeen: number) => every(7, { times, until: daysAgo(lastSeen) });
const thankedLately = [thankedOn(daysAgo(100))];

describe('a reason to do something for somebody', () => {
  const limits: readonly Limit<ReasonCode>[] = [
    {
      name: 'birthday',
      what: 'until the Sunday after next',
      inside: { visits: weekly(20, 3), gestures: thankedLately, birthday: '06-28' },
      outside: { visits: weekly(20, 3), gestures: thankedLately, birthday: '06-29' },
    },
    {
      name: 'birthday',
      what: 'from today on',
      inside: { visits: weekly(20, 3), gestures: thankedLately, birthday: '06-18' },
      outside: { visits: weekly(20, 3), gestures: thankedLately, birthday: '06-17' },
    },
    {
      name: 'birthday',
      what: 'of somebody seen within half a year',
      inside: { visits: on([300, 250, 182].map(daysAgo)), birthday: '06-20' },
      outside: { visits: on([300, 250, 183].map(daysAgo)), birthday: '06-20' },
    },
    {
      name: 'milestone',
      what: 'in this week and the last',
      inside: { visits: weekly(10, 13), gestures: thankedLately },
      outside: { visits: weekly(10, 14), gestures: thankedLately },
    },
    {
      name: 'milestone',
      what: 'when nobody has thanked since',
      inside: { visits: weekly(50, 7), gestures: [thankedOn(daysAgo(90))] },
      outside: { visits: weekly(50, 7), gestures: [thankedOn(daysAgo(7))] },
    },
    {
      name: 'back-again',
      what: 'in this week and the last',
      inside: { visits: [...weekly(12, 60), ...on([daysAgo(13)])], gestures: thankedLately },
      outside: { visits: [...weekly(12, 60), ...on([daysAgo(14)])], gestures: thankedLately },
    },
    {
      name: 'back-again',
      what: 'after four weeks away',
      inside: { visits: [...weekly(12, 33), ...on([daysAgo(5)])], gestures: thankedLately },
      outside: { visits: [...weekly(12, 32), ...on([daysAgo(5)])], gestures: thankedLately },
    },
    {
      name: 'own-rhythm',
      what: 'a year after the last thanks',
      inside: { visits: weekly(70, 3), gestures: [thankedOn(daysAgo(364))] },
      outside: { visits: weekly(70, 3), gestures: [thankedOn(daysAgo(363))] },
    },
    {
      name: 'shared',
      what: 'within a year',
      inside: { visits: on([daysAgo(364), daysAgo(363)], { marks: ['shared'] }) },
      outside: { visits: on([daysAgo(366), daysAgo(365)], { marks: ['shared'] }) },
    },
    {
      name: 'shared',
      what: 'once for each thanks',
      inside: {
        visits: on([daysAgo(99), daysAgo(90)], { marks: ['shared'] }),
        gestures: thankedLately,
      },
      outside: {
        visits: on([daysAgo(110), daysAgo(100)], { marks: ['shared'] }),
        gestures: thankedLately,
      },
    },
    {
      name: 'new-here',
      what: 'from the second visit on',
      inside: { visits: on([daysAgo(20), daysAgo(3)]) },
      outside: { visits: on([daysAgo(20)]) },
    },
    {
      name: 'new-here',
      what: 'until they have been away for four weeks',
      inside: { visits: on([daysAgo(50), daysAgo(28)]) },
      outside: { visits: on([daysAgo(50), daysAgo(29)]) },
    },
    {
      name: 'own-rhythm',
      what: 'of every day after a week of days',
      inside: { visits: every(1, { times: 7, until: daysAgo(1) }) },
      outside: { visits: every(1, { times: 6, until: daysAgo(1) }) },
    },
    {
      name: 'overdue',
      what: 'until they are gone for fifteen of their gaps',
      inside: { visits: weekly(30, 105) },
      outside: { visits: weekly(30, 106) },
    },
    {
      name: 'overdue',
      what: 'until they are gone for a year',
      inside: { visits: every(60, { times: 8, until: daysAgo(364) }) },
      outside: { visits: every(60, { times: 8, until: daysAgo(365) }) },
    },
    {
      name: 'overdue',
      what: 'unless something was done for them since',
      inside: { visits: weekly(30, 30), gestures: [thankedOn(daysAgo(60))] },
      outside: { visits: weekly(30, 60), gestures: [thankedOn(daysAgo(60))] },
    },
  ];

  it.each(limits)('$name: $what', ({ name, inside, outside }) => {
    expect(leadsOf(inside)[0]).toBe(name);
    expect(leadsOf(outside)[0]).not.toBe(name);
  });
});

describe('somebody who stays away', () => {
  it.each([
    ['came on eight days', weekly(8, 30), 'offer'],
    ['came on seven', weekly(7, 30), 'card'],
    ['spent ten times what an offer costs', priced(4000), 'offer'],
    ['spent a penny less', priced(3999), 'card'],
    ['came on eight days, and mostly for less', weekly(8, 30).map(reduced), 'card'],
    ['take so little that it would not pay', spending(weekly(30, 30), 240), 'card'],
    ['take enough for it to pay', spending(weekly(30, 30), 1800), 'offer'],
  ] as const)('gets, when they %s, the right thing', (_what, visits, gesture) => {
    expect(suggestionFor({ visits })?.gesture).toBe(gesture);
  });

  it('has to be missed for something: a faded silence of a few visits earns no place', () => {
    expect(suggestionFor({ visits: weekly(30, 105) })).toBeDefined();
    expect(ruleFor({ visits: weekly(8, 105) })).toBe('nothing-stands-out');
  });

  it('counts less with every gap beyond five', () => {
    expect(
      [30, 35, 42, 49, 105].map((lastSeen) => needOf({ visits: weekly(30, lastSeen) })),
    ).toEqual([75, 75, 71, 67, 35]);
  });

  it('counts forty less at most', () => {
    expect(needOf({ visits: every(1, { times: 60, until: daysAgo(40) }) })).toBe(75 - 40);
  });

  it('counts less when such a silence was nothing new', () => {
    const onceBefore = [...weekly(10, 130), ...weekly(11, 30)];
    expect(needOf({ visits: onceBefore })).toBe(75 - 20 / 20);
    const neverSoLong = [...weekly(10, 129), ...weekly(11, 30)];
    expect(needOf({ visits: neverSoLong })).toBe(75);
  });

  it('counts less who never kept a rhythm, and less again who is new', () => {
    expect(needOf({ visits: weekly(5, 30) })).toBe(75);
    expect(needOf({ visits: every(14, { times: 4, until: daysAgo(40) }) })).toBe(75 - 8);
    expect(needOf({ visits: withGaps([4, 5, 8, 11, 12], 30) })).toBe(75);
    expect(needOf({ visits: withGaps([4, 5, 8, 12, 12], 30) })).toBe(75 - 8);
    const alsoSecondVisit = 3;
    expect(needOf({ visits: weekly(5, 28) })).toBe(75 - 15 + alsoSecondVisit);
  });
});

describe('who stands out for more than one thing', () => {
  const steady = { visits: weekly(49, 3), gestures: thankedLately };

  it('is thanked for the greatest need first', () => {
    const coming = [...every(28, { times: 10, until: daysAgo(60) }), ...weekly(5, 4)];
    expect(leadsOf({ visits: coming, birthday: '06-20' }).slice(0, 2)).toEqual([
      'birthday',
      'coming-more',
    ]);
    const marked = weekly(30, 30).map((visit) => ({ ...visit, marks: ['shared'] as const }));
    expect(leadsOf({ visits: marked }).slice(0, 2)).toEqual(['overdue', 'shared']);
  });

  it('comes a little before who stands out for one, for two further things at most', () => {
    const birthday = suggestionFor({ ...steady, birthday: '06-20' })?.score ?? 0;
    const fifty = { ...steady, visits: weekly(50, 3) };
    expect(suggestionFor({ ...fifty, birthday: '06-20' })?.score).toBeCloseTo(birthday + 3 + 0.2);
  });

  it('counts every visit day of the year a little, fifty at most', () => {
    const scores = [20, 21, 49, 60].map(
      (times) =>
        (suggestionFor({ visits: weekly(times, 4), gestures: thankedLately, birthday: '06-20' })
          ?.score ?? 0) - 58,
    );
    expect(scores.map((score) => Math.round(10 * score) / 10)).toEqual([4, 4.2, 9.8, 10]);
  });
});

describe('who is left out', () => {
  const limits: readonly Limit<ExclusionRule>[] = [
    {
      name: 'resting',
      what: 'for eight weeks after a card',
      inside: { visits: weekly(30, 3), gestures: [thankedOn(daysAgo(55))], birthday: '06-20' },
      outside: { visits: weekly(30, 3), gestures: [thankedOn(daysAgo(56))], birthday: '06-20' },
    },
    {
      name: 'waiting',
      what: 'while a card waits that has not run out',
      inside: { visits: weekly(30, 3), gestures: [waitingUntil(0)] },
      outside: { visits: weekly(30, 3), gestures: [waitingUntil(1)] },
    },
    {
      name: 'waiting',
      what: 'while a card waits that was decided within half a year',
      inside: { visits: weekly(30, 3), gestures: [decidedWeeksAgo(26)] },
      outside: { visits: weekly(30, 3), gestures: [decidedWeeksAgo(27)] },
    },
    {
      name: 'came-once',
      what: 'more than twelve weeks after a single visit',
      inside: { visits: on([daysAgo(85)]) },
      outside: { visits: on([daysAgo(84)]) },
    },
  ];

  it.each(limits)('$name: $what', ({ name, inside, outside }) => {
    expect(ruleFor(inside)).toBe(name);
    expect(ruleFor(outside)).not.toBe(name);
  });

  it('is told since when', () => {
    expect(weekFor({ visits: on([daysAgo(85)]) }).exclusions).toMatchObject([
      { rule: 'came-once', day: daysAgo(85), silentDays: 85 },
    ]);
    expect(weekFor({ visits: weekly(30, 106) }).exclusions).toMatchObject([
      { rule: 'long-gone', last: daysAgo(106), silentDays: 106 },
    ]);
  });
});

function weekFor(told: Told, changes: Partial<SettingsValues> = {}) {
  const person = personWith({ name: 'Mrs Khan', ...told });
  const settings = settingsWith({ reservedPlace: false, ...changes });
  const week = suggest({ histories: historiesOf([...longAgo, person]), settings, today });
  return {
    suggestions: week.suggestions.filter(({ name }) => name === 'Mrs Khan'),
    exclusions: week.exclusions.filter(({ name }) => name === 'Mrs Khan'),
  };
}

function suggestionFor(told: Told): Suggestion | undefined {
  return weekFor(told).suggestions[0];
}

function ruleFor(told: Told): ExclusionRule | undefined {
  return weekFor(told).exclusions[0]?.rule;
}

function leadsOf(told: Told): readonly ReasonCode[] {
  return suggestionFor(told)?.reasons.map(({ code }) => code) ?? [];
}

/** The points of the need alone, without those for coming often. */
function needOf(told: Told): number {
  const days = told.visits?.filter(({ day }) => day > daysAgo(364)).length ?? 0;
  return Math.round(100 * ((suggestionFor(told)?.score ?? 0) - Math.min(10, 0.2 * days))) / 100;
}

/** Visits with these gaps between them, the last of them so many days ago. */
function withGaps(gaps: readonly number[], lastSeen: number) {
  const agos = [lastSeen];
  for (const gap of gaps.toReversed()) agos.unshift((agos[0] ?? 0) + gap);
  return on(agos.map(daysAgo));
}

function priced(yearlySum: number) {
  return weekly(5, 30).map((visit, index) => ({ ...visit, amount: index === 0 ? yearlySum : 0 }));
}

function spending(visits: ReturnType<typeof weekly>, amount: number) {
  return visits.map((visit) => ({ ...visit, amount }));
}

function reduced<Visit extends object>(visit: Visit): Visit & { readonly reduced: true } {
  return { ...visit, reduced: true };
}

function decidedWeeksAgo(weeks: number) {
  return { kind: 'card', plannedOn: addDays(mondayOf(today), -7 * weeks) } as const;
}

function waitingUntil(daysBefore: number) {
  return { kind: 'card', plannedOn: daysAgo(30), expiresOn: daysAgo(daysBefore) } as const;
}
