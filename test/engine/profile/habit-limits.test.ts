// When a habit is said, and for how long a date, a word or an absence is worth a line at the
// counter. Told on Thursday, 18 June.
import { describe, expect, it } from 'vitest';
import type { Hint } from '#domain/week/hint.ts';
import { featuresOf, type Features } from '#engine/profile/features.ts';
import { hintsFor } from '#engine/suggestions/hints.ts';
import {
  daysAgo,
  every,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

type Told = Omit<CustomerSpec, 'name'>;

/** Just inside, and just outside. */
interface Limit<Name> {
  readonly name: Name;
  readonly what: string;
  readonly inside: Told;
  readonly outside: Told;
}

const thursdays = (times: number) => every(7, { times, until: today });
/** Mondays, each before all Thursdays that are told of. */
const mondays = (times: number) => every(7, { times, until: daysAgo(101) });

describe('the usual weekday', () => {
  it('is said from five visit days on', () => {
    expect(read(thursdays(5)).weekday).toEqual({ weekday: 4, times: 5, of: 5 });
    expect(read(thursdays(4)).weekday).toBeNull();
  });

  it('is shared by at least six of the last ten', () => {
    expect(read([...mondays(4), ...thursdays(6)]).weekday).toEqual({
      weekday: 4,
      times: 6,
      of: 10,
    });
    expect(read([...mondays(5), ...thursdays(5)]).weekday).toBeNull();
    expect(read([...mondays(30), ...thursdays(10)]).weekday).toMatchObject({ times: 10, of: 10 });
    expect(read([...mondays(3), ...thursdays(4)]).weekday).toBeNull();
  });
});

describe('the usual hour', () => {
  const at = (minutes: readonly number[]): readonly VisitSpec[] =>
    minutes.map((minute, index) => ({ day: daysAgo(minutes.length - 1 - index), minute }));

  it('is said from five visits on whose time is known', () => {
    expect(hourOf(at([610, 615, 620, 625, 630]))).toEqual({ fromHour: 9, times: 5, of: 5 });
    expect(hourOf(at([610, 615, 620, 625]))).toBeNull();
    expect(hourOf([...at([610, 615, 620, 625]), ...on([today])])).toBeNull();
    const looking = { day: today, minute: 610, kind: 'browsed' as const };
    expect(hourOf([...at([610, 615, 620, 625]), looking])).toBeNull();
  });

  it('is two hours that at least six of the last ten share', () => {
    const others = [599, 720, 900, 1100];
    expect(hourOf(at([600, 601, 659, 660, 661, 719, ...others]))).toEqual({
      fromHour: 10,
      times: 6,
      of: 10,
    });
    expect(hourOf(at([600, 601, 659, 660, 661, 200, ...others]))).toBeNull();
  });

  it('may be the first of the day or the last', () => {
    expect(hourOf(at([0, 59, 60, 119, 5]))).toMatchObject({ fromHour: 0, times: 5 });
    expect(hourOf(at([1320, 1439, 1380, 1379, 1381]))).toMatchObject({ fromHour: 22, times: 5 });
  });

  it('is that of the last ten, tomorrow left out', () => {
    const before = Array.from({ length: 12 }, () => 900);
    const latest = Array.from({ length: 10 }, () => 610);
    expect(hourOf(at([...before, ...latest]))).toMatchObject({ fromHour: 9, times: 10, of: 10 });
    const tomorrow = { day: daysAgo(-1), minute: 610 };
    expect(hourOf([...at([610, 615, 620, 625]), tomorrow])).toBeNull();
  });
});

describe('a line at the counter', () => {
  const fortnightly = every(14, { times: 12, until: daysAgo(1) });
  const praise = (ago: number) => ({
    kind: 'praise' as const,
    day: daysAgo(ago),
    text: 'Good pies',
  });
  const weekly = (lastSeen: number) => every(7, { times: 9, until: daysAgo(lastSeen) });
  const limits: readonly Limit<Hint['code']>[] = [
    {
      name: 'birthday',
      what: 'until six days before',
      inside: { visits: fortnightly, birthday: '06-24' },
      outside: { visits: fortnightly, birthday: '06-25' },
    },
    {
      name: 'anniversary',
      what: 'until six days before',
      inside: { visits: on([daysAgo(359), daysAgo(200), daysAgo(20)]) },
      outside: { visits: on([daysAgo(358), daysAgo(200), daysAgo(20)]) },
    },
    {
      name: 'last-talk',
      what: 'for sixty days',
      inside: { visits: fortnightly, moments: [praise(59)] },
      outside: { visits: fortnightly, moments: [praise(60)] },
    },
    {
      name: 'back-since',
      what: 'from four weeks away on',
      inside: { visits: weekly(28) },
      outside: { visits: weekly(27) },
    },
    {
      name: 'back-since',
      what: 'when that is long by their own rhythm',
      inside: { visits: every(10, { times: 9, until: daysAgo(28) }) },
      outside: { visits: every(14, { times: 9, until: daysAgo(28) }) },
    },
    {
      name: 'milestone',
      what: 'on the very day',
      inside: { visits: every(9, { times: 10, until: today }) },
      outside: { visits: every(9, { times: 10, until: daysAgo(1) }) },
    },
    {
      name: 'first-visit',
      what: 'when it is there',
      inside: { visits: on([today]) },
      outside: { visits: on([today], { kind: 'browsed' }) },
    },
    {
      name: 'second-visit',
      what: 'and no later one',
      inside: { visits: on([daysAgo(30), today]) },
      outside: { visits: on([daysAgo(60), daysAgo(30), today]) },
    },
    {
      name: 'likes-it-quick',
      what: 'for three of the last five',
      inside: {
        visits: [
          ...every(11, { times: 3, until: daysAgo(40), marks: ['easy'] }),
          ...on([daysAgo(20), daysAgo(3)]),
        ],
      },
      outside: {
        visits: [
          ...every(11, { times: 3, until: daysAgo(40), marks: ['easy'] }),
          ...on([daysAgo(20), daysAgo(9), daysAgo(3)]),
        ],
      },
    },
  ];

  it.each(limits)('$name: $what', ({ name, inside, outside }) => {
    expect(hintsOf(inside).map((hint) => hint.code)).toContain(name);
    expect(hintsOf(outside).map((hint) => hint.code)).not.toContain(name);
  });

  it('says what was noted last before what was noted first', () => {
    const preferences = [
      { text: 'rye', day: daysAgo(9) },
      { text: 'oat milk', day: daysAgo(2) },
      { text: 'a bag', day: daysAgo(9) },
    ];
    const said = hintsOf({ visits: fortnightly, preferences });
    expect(said.flatMap((hint) => (hint.code === 'preference' ? [hint.text] : []))).toEqual([
      'oat milk',
      'rye',
      'a bag',
    ]);
  });

  it('counts the years, and since when somebody was away', () => {
    const [twoYears] = hintsOf({ visits: on([daysAgo(730), daysAgo(200), daysAgo(20)]) });
    expect(twoYears).toEqual({ code: 'anniversary', years: 2, day: today });
    expect(hintsOf({ visits: [...weekly(40), ...on([today])] })[0]).toMatchObject({
      code: 'milestone',
    });
    expect(
      hintsOf({ visits: [...every(7, { times: 20, until: daysAgo(40) }), ...on([today])] })[0],
    ).toEqual({
      code: 'back-since',
      day: daysAgo(40),
    });
  });

  function hintsOf({ preferences = [], ...told }: Told): readonly Hint[] {
    const { history } = personWith({ name: 'Mrs Khan', ...told });
    const logSince = daysAgo(1000);
    return hintsFor({
      history,
      preferences,
      settings: settingsWith(),
      today,
      logSince,
      visit: 'this',
    });
  }
});

function read(visits: readonly VisitSpec[]): Features {
  return featuresOf(personWith({ name: 'Mrs Khan', visits }).history, settingsWith(), today);
}

function hourOf(visits: readonly VisitSpec[]): Features['hour'] {
  return read(visits).hour;
}
