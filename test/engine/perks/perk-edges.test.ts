import { describe, expect, it } from 'vitest';
import { perkIdFrom, type Perk } from '#domain/week/perk.ts';
import type { PerkLine } from '#domain/week/perk-board.ts';
import { perkBoard } from '#engine/perks/perk-board.ts';
import { addDays } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { customerRow, perkRow } from '../../support/shops/plain-rows.ts';
import {
  customerId,
  day,
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

const coffee = perkRow({ threshold: 10 });
const pudding = perkRow({
  id: perkIdFrom('pudding'),
  measure: 'spend',
  repeats: 'yearly',
  threshold: 30_000,
  gives: 'a pudding at Christmas',
});
const friend = perkRow({
  id: perkIdFrom('friend'),
  measure: 'people-sent',
  threshold: 1,
  gives: '£5 off',
  givesToNew: 'a loaf',
});
const cake = perkRow({ id: perkIdFrom('cake'), measure: 'years', threshold: 1, gives: 'a cake' });

describe('every tenth visit', () => {
  it.each([
    { times: 9, due: 0, progress: 9 },
    { times: 10, due: 1, progress: 0 },
    { times: 11, due: 1, progress: 1 },
    { times: 20, due: 2, progress: 0 },
  ])('is reached with each ten visit days: $times are $due', ({ times, due, progress }) => {
    const khan = { name: 'Mrs Khan', visits: every(7, { times, until: today }) };
    const line = lineOf(coffee, [khan]);
    expect(line.due).toHaveLength(due);
    expect(line.near.map((each) => each.progress)).toEqual(progress >= 8 ? [progress] : []);
  });

  it('counts two coffees on one day once, and looking around not at all', () => {
    const visits = [
      ...every(7, { times: 9, until: daysAgo(1) }),
      ...on([daysAgo(1)]),
      ...on([today], { kind: 'browsed' }),
    ];
    expect(lineOf(coffee, [{ name: 'Tom R.', visits }]).due).toEqual([]);
  });

  it('goes away with a visit that is taken back, and is never taken back once given', () => {
    const visits = every(7, { times: 10, until: today });
    const voided = visits.map((visit, place) => (place === 9 ? { ...visit, voided: true } : visit));
    expect(lineOf(coffee, [{ name: 'Ann', visits: voided }]).due).toEqual([]);
    const gestures = [given(coffee, 1)];
    expect(lineOf(coffee, [{ name: 'Ann', visits: voided, gestures }])).toMatchObject({
      due: [],
      given: 1,
      givenTakenBack: 1,
    });
    expect(lineOf(coffee, [{ name: 'Ann', visits, gestures }])).toMatchObject({
      due: [],
      given: 1,
      givenTakenBack: 0,
    });
  });

  it('follows a visit that was given to somebody else', () => {
    const nine = every(7, { times: 9, until: daysAgo(3) });
    const ann = { name: 'Ann', visits: nine };
    const ben = { name: 'Ben', visits: [...nine, ...on([today])] };
    expect(lineOf(coffee, [ann, ben]).due).toMatchObject([{ name: 'Ben', round: 1, day: today }]);
  });

  it('counts two cards that are one person once, with what both were given', () => {
    const second = customerRow({ id: customerId('second'), mergedInto: customerId('Ann') });
    const visits = every(7, { times: 20, until: today });
    const ann = { name: 'Ann', visits, joined: [second] };
    expect(lineOf(coffee, [ann]).due).toHaveLength(2);
    const gestures = [given(coffee, 1), given(coffee, 1)];
    expect(lineOf(coffee, [{ ...ann, gestures }]).due).toEqual([]);
  });

  it('counts from the day on the poster until its last day, and what was reached stays due', () => {
    const visits = every(1, { times: 30, until: today });
    const ended = { ...coffee, countsFrom: daysAgo(14), endedOn: daysAgo(5) };
    expect(lineOf(ended, [{ name: 'Ann', visits }]).due).toMatchObject([
      { round: 1, day: daysAgo(5) },
    ]);
    expect(lineOf({ ...ended, endedOn: daysAgo(6) }, [{ name: 'Ann', visits }]).due).toEqual([]);
    const notYet = { ...coffee, publishedOn: addDays(today, 1) };
    expect(lineOf(notYet, [{ name: 'Ann', visits }])).toMatchObject({ due: [], reached: 0 });
  });
});

describe('from £300 in a year', () => {
  it.each([
    ['a penny less', 29_999, 0],
    ['exactly', 30_000, 1],
    ['a penny more', 30_001, 1],
  ])('is reached by whole pennies: %s', (_what, amount, due) => {
    const visits = [...on([daysAgo(9)], { amount: 100 }), ...on([today], { amount: amount - 100 })];
    expect(lineOf(pudding, [{ name: 'Ann', visits }]).due).toHaveLength(due);
  });

  it.each([
    ['yen, which have no pennies', 300],
    ['dinars, which have a thousand', 300_000],
  ])('is reached in %s', (_what, threshold) => {
    const perk = { ...pudding, threshold };
    for (const [more, due] of [
      [-1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      expect(
        lineOf(perk, [{ name: 'Ann', visits: on([today], { amount: threshold + more }) }]).due,
      ).toHaveLength(due);
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
    'ends with the year on the shop’s own clock, in %s',
    (zone) => {
      // The last minute of the year and the first of the next, in the zone.
      const turn = [0, 1].map((minute) => {
        const utc = lastMinuteOf(2025, zone) + minute * 60_000;
        return toLocalTime(utc, zone);
      });
      expect(turn.map(({ day: each }) => each)).toEqual(['2025-12-31', '2026-01-01']);
      const visits = turn.map((wall) => ({ ...wall, amount: 15_000 }));
      expect(lineOf(pudding, [{ name: 'Ann', visits }]).due).toEqual([]);
      const both = visits.flatMap((visit) => [visit, visit]);
      expect(lineOf(pudding, [{ name: 'Ann', visits: both }]).due).toMatchObject([
        { round: 2025, day: '2025-12-31' },
        { round: 2026, day: '2026-01-01' },
      ]);
    },
  );

  it('is given once a year, and last year’s pudding does not stand for this year’s', () => {
    const visits = on([day('2025-11-03'), day('2026-02-03')], { amount: 40_000 });
    const gestures = [given(pudding, 2025)];
    expect(lineOf(pudding, [{ name: 'Ann', visits, gestures }]).due).toMatchObject([
      { round: 2026, day: '2026-02-03' },
    ]);
  });

  it('says how many purchases have an amount at all', () => {
    const visits = [...on([daysAgo(3), daysAgo(9)], { amount: 500 }), ...on([daysAgo(5)])];
    const board = perkBoard({
      histories: historiesOf([personWith({ name: 'Ann', visits })]),
      perks: [],
      today,
    });
    expect(board.amountShare).toBeCloseTo(2 / 3);
  });
});

describe('for each person you send us', () => {
  const ann: CustomerSpec = { name: 'Ann', visits: on([daysAgo(40)]) };
  const tom: CustomerSpec = {
    name: 'Tom R.',
    sentBy: customerId('Ann'),
    visits: on([daysAgo(20), daysAgo(2)]),
  };

  it('is due once they came, to both', () => {
    expect(lineOf(friend, [ann, tom]).due).toMatchObject([
      { name: 'Ann', round: 1, day: daysAgo(20), gives: '£5 off' },
      { name: 'Tom R.', round: 0, day: daysAgo(20), gives: 'a loaf' },
    ]);
    expect(lineOf({ ...friend, afterVisits: 3 }, [ann, tom]).due).toEqual([]);
    expect(lineOf(friend, [ann, { ...tom, visits: [] }]).due).toEqual([]);
  });

  it('goes when the link is taken back', () => {
    expect(lineOf(friend, [ann, { ...tom, sentBy: null }]).due).toEqual([]);
  });

  it('is nobody’s who named themselves, and of two who name each other the earlier’s', () => {
    const self = { ...ann, sentBy: customerId('Ann') };
    expect(lineOf(friend, [self]).due).toEqual([]);
    const early = { ...ann, sentBy: customerId('Tom R.'), addedOn: daysAgo(300) };
    const late = { ...tom, addedOn: daysAgo(20) };
    expect(lineOf(friend, [early, late]).due.map(({ name, round }) => [name, round])).toEqual([
      ['Ann', 0],
      ['Tom R.', 1],
    ]);
  });
});

describe('after each year with us', () => {
  it.each([
    ['the day before', daysAgo(364), 0],
    ['the day itself', daysAgo(365), 1],
  ])('is reached on %s, by a visit', (_what, first, due) => {
    const visits = on([first, today]);
    expect(lineOf(cake, [{ name: 'Ann', visits }]).due).toHaveLength(due);
  });

  it('is nobody’s who stayed away, nor theirs whose first visit nobody knows', () => {
    expect(lineOf(cake, [{ name: 'Ann', visits: on([daysAgo(500)]) }]).due).toEqual([]);
    const visits = on([daysAgo(899), today]);
    expect(lineOf(cake, [{ name: 'Ann', visits }]).due).toEqual([]);
  });
});

describe('who died', () => {
  it('is owed nothing', () => {
    const visits = every(7, { times: 10, until: today });
    expect(lineOf(coffee, [{ name: 'Ann', visits, diedOn: today }]).due).toEqual([]);
  });
});

function lineOf(perk: Perk, specs: readonly CustomerSpec[]): PerkLine {
  const people = [...longAgo, ...specs.map(personWith)];
  const [line] = perkBoard({ histories: historiesOf(people), perks: [perk], today }).lines;
  if (line === undefined) throw new Error('There is one');
  return line;
}

function given(perk: Perk, perkRound: number) {
  const handedOverOn = daysAgo(1);
  return {
    kind: 'perk' as const,
    plannedOn: handedOverOn,
    handedOverOn,
    perkId: perk.id,
    perkRound,
  };
}

function lastMinuteOf(year: number, zone: string): number {
  const noon = Date.UTC(year, 11, 31, 12);
  for (let minute = -20 * 60; minute < 40 * 60; minute += 1) {
    const wall = toLocalTime(noon + minute * 60_000, zone);
    if (wall.day === `${year}-12-31` && wall.minute === 1439) return noon + minute * 60_000;
  }
  throw new Error('Every year ends');
}
