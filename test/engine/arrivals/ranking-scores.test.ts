import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalTimesOf } from '#engine/arrivals/visit-times.ts';
import { DailyVisitHours } from '#engine/arrivals/daily-visit-hours.ts';
import { rankingScores } from '#engine/arrivals/ranking-scores.ts';
import { baselineOn } from '#engine/arrivals/replay.ts';
import { baselineScores, arrivalStateOf, type ArrivalState } from '#engine/arrivals/state.ts';
import { topK } from '#engine/math/top-k.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { anyShop } from '../../support/shops/any-shop.ts';
import {
  daysAgo,
  every,
  on,
  personWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const thursdayMorning = { day: today, minute: 9 * 60 };

describe('who is likely now', () => {
  it('weighs the hours of a past day, side by side, as it weighs every visit', () => {
    fc.assert(
      fc.property(anyShop, fc.nat(1439), fc.boolean(), (shop, minute, hasJustCome) => {
        const everybody = shop.map(({ history }) => arrivalTimesOf(history));
        const day = dayNumber(today);
        const baseline = baselineOn(everybody, day);
        const states = (missing: number): readonly ArrivalState[] =>
          everybody.map((times) =>
            arrivalStateOf(times, {
              count: Math.max(0, times.days.length - missing),
              day,
              gapDays: baseline.gapDays,
            }),
          );
        const hours = new DailyVisitHours();
        hours.startDay(states(hasJustCome ? 1 : 0));
        const context = { day, minute, baseline };
        const scored = baselineScores(states(0), context, (...words) => hours.weightAt(...words));
        baselineScores(states(0), context).forEach((score, index) =>
          expect(scored[index]).toBeCloseTo(score, 9),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('puts the habit of this hour and weekday before who was here last', () => {
    const thursdays = personWith({
      name: 'Thursdays',
      visits: every(7, { times: 20, until: daysAgo(7), minute: 9 * 60 }),
    });
    const yesterday = personWith({
      name: 'Yesterday',
      visits: on([daysAgo(40), daysAgo(1)], { minute: 16 * 60 }),
    });
    expect(namesAt(thursdayMorning, [yesterday, thursdays])).toEqual(['Thursdays', 'Yesterday']);
  });

  it('knows the morning people from the evening people', () => {
    const morning = personWith({
      name: 'Morning',
      visits: every(3, { times: 20, until: daysAgo(3), minute: 9 * 60 }),
    });
    const evening = personWith({
      name: 'Evening',
      visits: every(3, { times: 20, until: daysAgo(3), minute: 17 * 60 }),
    });
    expect(namesAt(thursdayMorning, [evening, morning])[0]).toBe('Morning');
    expect(namesAt({ day: today, minute: 17 * 60 + 10 }, [evening, morning])[0]).toBe('Evening');
  });

  it('takes those who are due before those who were here an hour ago', () => {
    const due = personWith({
      name: 'Due',
      visits: every(7, { times: 20, until: daysAgo(7), minute: 9 * 60 }),
    });
    const justHere = personWith({
      name: 'Just here',
      visits: every(7, { times: 20, until: today, minute: 8 * 60 }),
    });
    const others = Array.from({ length: 6 }, (_, index) =>
      personWith({
        name: `Other ${index}`,
        visits: every(5, { times: 20, until: daysAgo(index), minute: 11 * 60 }),
      }),
    );
    const names = namesAt(thursdayMorning, [justHere, due, ...others]);
    expect(names.indexOf('Due')).toBeLessThan(names.indexOf('Just here'));
  });

  it('takes a frequent customer before a rare one', () => {
    const often = personWith({ name: 'Often', visits: every(4, { times: 30, until: daysAgo(4) }) });
    const rarely = personWith({
      name: 'Rarely',
      visits: every(28, { times: 5, until: daysAgo(28) }),
    });
    expect(namesAt(thursdayMorning, [rarely, often])[0]).toBe('Often');
  });

  it('learns no hour from visits whose time is unknown', () => {
    const untimed = personWith({
      name: 'Untimed',
      visits: every(5, { times: 10, until: daysAgo(5) }),
    });
    const timed = personWith({
      name: 'Timed',
      visits: every(2, { times: 10, until: daysAgo(2), minute: 9 * 60 }),
    });
    expect(arrivalTimesOf(untimed.history).minutes).toEqual(new Int16Array(10).fill(-1));
    const scoreAt = (minute: number): number =>
      scoresAt({ day: today, minute }, [untimed, timed])[0] ?? Number.NaN;
    expect(scoreAt(9 * 60)).toBeCloseTo(scoreAt(12 * 60), 1);
  });

  it('counts two taps within an hour as one visit, and sees who only looked', () => {
    const { history } = personWith({
      name: 'Twice',
      visits: [
        { day: daysAgo(3), minute: 600 },
        { day: daysAgo(3), minute: 640 },
        { day: daysAgo(1), minute: 600 },
        { day: today, minute: 500, kind: 'browsed' },
      ],
    });
    const times = arrivalTimesOf(history);
    expect(Array.from(times.minutes)).toEqual([600, 600]);
    const state = arrivalStateOf(times, { count: 2, day: dayNumber(today), gapDays: 7 });
    expect(state.lastSeen).toBe(dayNumber(today) * 1440 + 500);
  });

  it('knows everybody, does not depend on their order, and always gives numbers', () => {
    fc.assert(
      fc.property(anyShop, fc.integer({ min: 0, max: 1439 }), (shop, minute) => {
        const context = { day: today, minute };
        const scores = scoresAt(context, shop);
        const backwards = scoresAt(context, shop.toReversed()).toReversed();
        expect(scores.every(Number.isFinite)).toBe(true);
        scores.forEach((score, index) => expect(backwards[index]).toBeCloseTo(score, 9));
      }),
    );
  });
});

describe('the highest scores', () => {
  it('are those of a whole sorting, ties by index', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(-Infinity, 0, 1, 2, 3.5), { maxLength: 40 }),
        fc.integer({ min: 0, max: 45 }),
        (values, count) => {
          const sorted = values
            .map((_, index) => index)
            .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
          expect(topK(Float64Array.from(values), count)).toEqual(sorted.slice(0, count));
        },
      ),
    );
  });
});

interface Minute {
  readonly day: Day;
  readonly minute: number;
}

function scoresAt({ day, minute }: Minute, people: readonly PersonInShop[]): Float64Array {
  const everybody = people.map(({ history }) => arrivalTimesOf(history));
  const number = dayNumber(day);
  const baseline = baselineOn(everybody, number + 1);
  const states = everybody.map((times) =>
    arrivalStateOf(times, { count: times.days.length, day: number, gapDays: baseline.gapDays }),
  );
  return rankingScores(states, { day: number, minute, baseline }, null);
}

function namesAt(minute: Minute, people: readonly PersonInShop[]): readonly string[] {
  return topK(scoresAt(minute, people), people.length).map(
    (index) => people[index]?.customer.name ?? '',
  );
}
