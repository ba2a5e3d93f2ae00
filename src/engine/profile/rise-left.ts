// How much of a rise is left, on average, when as many weeks have passed again: learned from those
// who came more in the shop's own last year. What was 1 visit a month and became 4 and then 2 has a
// third of its rise left. Regression to the mean takes the rest (Galton 1886).

import { countUntil } from '#engine/math/count-until.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { lastDayOf, openDaysAfter, openGapsOf, type BusinessClock } from './business-clock.ts';
import { riseAt, type RiseCounts, type RiseSource } from './rise.ts';

/** Of a rise at least so much must last for somebody to be called "coming more". */
export const leastRiseLeft = 0.35;

/**
 * What is left in an average shop: .17 to .76 on four logs, the large ones lower. It stands for
 * thirty people of four visits more each, so that one lucky regular convinces nobody.
 */
const usualLeft = 0.3;
const pseudoRise = 120;
const stepDays = 28;
const maxDaysBack = 364;

export interface RiseLeftSource {
  /** Visit days of everybody, in order. */
  readonly people: readonly Int32Array[];
  readonly clock: BusinessClock;
  readonly rules: SegmentRules;
}

/** The share of a rise that is left in this shop after as many weeks again. */
export function riseLeftOf({ people, clock, rules }: RiseLeftSource): number {
  const today = lastDayOf(clock);
  const window = rules.risingWeeks * 7;
  let rise = pseudoRise;
  let left = pseudoRise * usualLeft;
  for (const days of people) {
    if (days.length <= rules.risingVisits) continue;
    const source = { days, openGaps: openGapsOf(clock, days), clock, rules };
    for (let back = window; back <= maxDaysBack; back += stepDays) {
      const counts = riseAt(source, today - back);
      if (counts === null) continue;
      const found = riseAndLeft(source, today - back, counts);
      rise += found.rise;
      left += found.left;
    }
  }
  return left / rise;
}

/** Visits above the own rate before, in the recent weeks of `day` and in those after. */
export function riseAndLeft(
  { days, clock, rules }: RiseSource,
  day: number,
  counts: RiseCounts,
): { readonly rise: number; readonly left: number } {
  const until = day + rules.risingWeeks * 7;
  const rate = counts.earlier / Math.max(1, counts.earlierDays);
  const next = countUntil(days, until) - countUntil(days, day);
  return {
    rise: counts.recent - rate * counts.recentDays,
    left: next - rate * openDaysAfter(clock, day, until),
  };
}
