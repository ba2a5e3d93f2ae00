// Who comes more: not by luck, and only in shops where such a rise lasts.
import { describe, expect, it } from 'vitest';
import { defaultSegmentRules as rules } from '#domain/week/segment.ts';
import { clockBetween } from '#engine/profile/business-clock.ts';
import { gapDispersion, isUnlikelyLuck } from '#engine/profile/rise.ts';
import { leastRiseLeft, riseLeftOf } from '#engine/profile/rise-left.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { risingOf } from '#engine/profile/rises-and-returns.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import {
  daysAgo,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';

const lastDay = 500;
const clock = clockBetween(0, lastDay, () => true);

describe('a rise', () => {
  it('of people who come at random by an unchanging rate is seldom called one', () => {
    const random = seededRandom('luck');
    const flagged = Array.from({ length: 2000 }, () => {
      const days = randomDays(random, 1 / 10);
      const recent = days.filter((day) => day > 444).length;
      const counts = { recent, earlier: days.length - recent, recentDays: 56, earlierDays: 364 };
      return isUnlikelyLuck(counts, 1) ? 1 : 0;
    }).reduce<number>((sum, each) => sum + each, 0);
    expect(flagged / 2000).toBeLessThan(0.06);
  });

  it('is seen sooner where somebody kept a rhythm before', () => {
    const steady = Int32Array.from([28, 28, 28, 27, 28, 29, 28]);
    const erratic = Int32Array.from([3, 60, 11, 2, 90, 14, 20]);
    expect(gapDispersion(steady, 7)).toBeLessThan(0.5);
    expect(gapDispersion(erratic, 7)).toBeGreaterThan(1);
    const counts = { recent: 5, earlier: 9, recentDays: 56, earlierDays: 252 };
    expect(isUnlikelyLuck(counts, gapDispersion(steady, 7))).toBe(true);
    expect(isUnlikelyLuck(counts, gapDispersion(erratic, 7))).toBe(false);
  });
});

describe('what is left of rises', () => {
  it('is little in a shop of chance, so that nobody there is said to come more', () => {
    const random = seededRandom('chance');
    const people = Array.from({ length: 300 }, () => Int32Array.from(randomDays(random, 1 / 14)));
    expect(riseLeftOf({ people, clock, rules })).toBeLessThan(leastRiseLeft);
  });

  it('is much where people do change for good', () => {
    const people = Array.from({ length: 60 }, (_, person) => changedOn(200 + 3 * person));
    expect(riseLeftOf({ people, clock, rules })).toBeGreaterThan(0.6);
  });

  it('is taken for the usual before anybody rose', () => {
    expect(riseLeftOf({ people: [], clock, rules })).toBeCloseTo(0.3);
  });
});

describe('somebody who comes every week instead of every four', () => {
  it('comes more, unless rises of this shop are soon gone again', () => {
    const visits = on([2, 9, 16, 23, 30, 37, 44, 51, ...monthly].map(daysAgo));
    const histories = historiesOf([personWith({ name: 'Mrs Khan', visits })]);
    const calendar = settingsWith();
    const cohort = cohortOf({ histories, calendar, rules, today });
    const [profile] = histories.map((history) => profileOf(history, cohort, rules));
    if (profile === undefined) throw new Error('Mrs Khan comes');
    const risingWhere = (riseLeft: number | null) =>
      risingOf({ ...profile, cohort: { ...cohort, riseLeft } })?.code;
    expect(risingWhere(null)).toBe('coming-more');
    expect(risingWhere(leastRiseLeft)).toBe('coming-more');
    expect(risingWhere(leastRiseLeft - 0.01)).toBeUndefined();
  });
});

const monthly = Array.from({ length: 11 }, (_, month) => 70 + 28 * month);

function randomDays(random: () => number, rate: number): number[] {
  const days = Array.from({ length: 420 }, (_, index) => lastDay - 419 + index);
  return days.filter(() => random() < rate);
}

/** Every four weeks up to a day, and every week from then on. */
function changedOn(change: number): Int32Array {
  const days: number[] = [];
  for (let day = 5; day <= lastDay; day += day < change ? 28 : 7) days.push(day);
  return Int32Array.from(days);
}
