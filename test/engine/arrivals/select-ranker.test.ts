import { describe, expect, it } from 'vitest';
import { arrivalTimesFrom, type ArrivalTimes } from '#engine/arrivals/visit-times.ts';
import { selectRanker } from '#engine/arrivals/select-ranker.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';

const firstDay = 20_000;

describe('what a shop learns about its tiles', () => {
  it('is its weekly habits, which the correction knows better than the formula and any list', () => {
    const { ranking, hitShares, correction } = selectRanker(
      weeklyShop({ isTimed: true }),
      lastDay(150),
    );
    expect(ranking).toBe('learned');
    expect(correction).not.toBeNull();
    expect(hitShares.learned).toBeGreaterThan(
      Math.max(hitShares['most-frequent'], hitShares['most-recent']),
    );
  });

  it('is the same habits where only days are known', () => {
    const { ranking, hitShares } = selectRanker(weeklyShop({ isTimed: false }), lastDay(150));
    expect(['learned', 'formula']).toContain(ranking);
    expect(hitShares[ranking]).toBeGreaterThan(0.5);
  });

  it('is the better plain list where people come without any pattern', () => {
    const { ranking, hitShares, correction } = selectRanker(shopWithoutPattern(), lastDay(200));
    expect(ranking).toBe('most-frequent');
    expect(correction).toBeNull();
    expect(hitShares[ranking]).toBeGreaterThan(hitShares.formula);
  });

  it('does not depend on the order of people', () => {
    const shop = weeklyShop({ isTimed: true });
    const here = selectRanker(shop, lastDay(150));
    const there = selectRanker(shop.toReversed(), lastDay(150));
    expect(there.ranking).toBe(here.ranking);
    here.correction?.weights.forEach((weight, index) =>
      expect(there.correction?.weights[index]).toBeCloseTo(weight, 1),
    );
  });

  it('is nothing yet in a young shop, and nothing that came after the day', () => {
    expect(selectRanker([], firstDay)).toMatchObject({
      ranking: 'formula',
      tried: 0,
      correction: null,
    });
    const shop = weeklyShop({ isTimed: true });
    const untilThen = shop.map(({ days, minutes, ...times }) => ({
      ...times,
      days: days.filter((day) => day <= lastDay(100)),
      minutes: minutes.slice(0, days.filter((day) => day <= lastDay(100)).length),
    }));
    expect(selectRanker(shop, lastDay(100))).toEqual(selectRanker(untilThen, lastDay(100)));
  });
});

function lastDay(days: number): number {
  return firstDay + days - 1;
}

/** Thirty people, each on a weekday and at an hour of their own, most weeks of 150 days. */
function weeklyShop({ isTimed }: { readonly isTimed: boolean }): readonly ArrivalTimes[] {
  const random = seededRandom('weekly');
  return Array.from({ length: 30 }, (_, person) => {
    const days = Array.from({ length: 150 }, (__, day) => firstDay + day).filter(
      (day) => day % 7 === person % 6 && random() < 0.7,
    );
    const hour = 480 + Math.floor(person / 6) * 60;
    return arrivalTimesFrom(
      days.map((day) => ({ epochMinute: day * 1440 + hour + minutes(random, 40), isTimed })),
    );
  });
}

/**
 * Six visits a day by forty people, each drawn anew: some are drawn more often, and nothing else
 * matters.
 */
function shopWithoutPattern(): readonly ArrivalTimes[] {
  const random = seededRandom('iid');
  const visits = Array.from({ length: 40 }, () => new Array<number>());
  const weights = visits.map((_, person) => Math.exp(-person / 20));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (let day = 0; day < 200; day += 1)
    for (let visit = 0; visit < 6; visit += 1) {
      let left = random() * all;
      const who = weights.findIndex((weight) => (left -= weight) < 0);
      visits[who]?.push((firstDay + day) * 1440 + 480 + minutes(random, 600));
    }
  return visits.map((stamps) =>
    arrivalTimesFrom(
      stamps.toSorted((a, b) => a - b).map((epochMinute) => ({ epochMinute, isTimed: true })),
    ),
  );
}

function minutes(random: Random, most: number): number {
  return Math.floor(random() * most);
}
