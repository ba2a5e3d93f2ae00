// Whether somebody who came more often than before truly does, or was lucky for eight weeks. Most
// rises are luck: of everybody whose last eight weeks look half as good again, on four logs .12 to
// .23 of the rise was left eight weeks later. So a rise counts only where chance would seldom
// make it, and only in a shop where such rises last.

import { countUntil } from '#engine/math/count-until.ts';
import { openDaysAfter, type BusinessClock } from './business-clock.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { intervalGaps } from './visit-interval.ts';

/** Visit days lately and before that, and the open days of both stretches. */
export interface RiseCounts {
  readonly recent: number;
  readonly earlier: number;
  readonly recentDays: number;
  readonly earlierDays: number;
}

/** One-sided 5 %: of twenty who only have luck, one is taken for somebody who comes more. */
const luckQuantile = 1.645;
/** People are no machines (0); three gaps of pure chance (1) are counted beside the own ones. */
const minDispersion = 0.25;
const pseudoGaps = 3;

/** A past of half as many weeks is the least to compare with. */
const minPastShare = 0.5;
const yearDays = 364;

/**
 * Given all visit days, those of late are binomial under an unchanged rate, by the share of the
 * open days (Przyborowski and Wilenski 1940), with the variance of the person's own regularity:
 * the dispersion of the counts of a renewal process is that of its gaps (Cox 1962).
 */
export function isUnlikelyLuck(counts: RiseCounts, dispersion: number): boolean {
  const { recent, earlier, recentDays, earlierDays } = counts;
  const all = recent + earlier;
  const share = recentDays / Math.max(1, recentDays + earlierDays);
  const deviation = Math.sqrt(dispersion * all * share * (1 - share));
  return recent - 0.5 - all * share > luckQuantile * deviation;
}

/** Variance over squared mean of the gaps up to index `until`, drawn towards chance (1). */
export function gapDispersion(gaps: Int32Array, until: number): number {
  const own = gaps.subarray(Math.max(0, until - intervalGaps), Math.max(0, until));
  if (own.length < 2) return 1;
  const mean = own.reduce((sum, gap) => sum + gap, 0) / own.length;
  const squares = own.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (own.length - 1);
  const pooled = (own.length * (squares / mean ** 2) + pseudoGaps) / (own.length + pseudoGaps);
  return Math.max(minDispersion, pooled);
}

/** Where a rise is looked for: the person's visit days and open gaps, and the day of looking. */
export interface RiseSource {
  readonly days: Int32Array;
  readonly openGaps: Int32Array;
  readonly clock: BusinessClock;
  readonly rules: SegmentRules;
}

/** The counts on the day number `today`; null without a past to compare with. */
export function riseCountsAt({ days, clock, rules }: RiseSource, today: number): RiseCounts | null {
  const recentDays = rules.risingWeeks * 7;
  const from = today - recentDays;
  const first = days[0] ?? today;
  if (from - first + 1 < recentDays * minPastShare) return null;
  const after = Math.max(first - 1, from - yearDays);
  const known = countUntil(days, from);
  return {
    recent: countUntil(days, today) - known,
    earlier: known - countUntil(days, after),
    recentDays: openDaysAfter(clock, from, today),
    earlierDays: openDaysAfter(clock, after, from),
  };
}

/** Whether these counts are as many more as the rules ask, by luck or not. */
export function isLargeRise(counts: RiseCounts, rules: SegmentRules): boolean {
  return counts.recent >= rules.risingVisits && riseRatio(counts) >= rules.risingFactor;
}

/** The counts of somebody whose rise by the day number `today` is large and no luck; else null. */
export function riseAt(source: RiseSource, today: number): RiseCounts | null {
  const { days, openGaps, rules } = source;
  const counts = riseCountsAt(source, today);
  if (counts === null || !isLargeRise(counts, rules)) return null;
  const known = countUntil(days, today - rules.risingWeeks * 7);
  return isUnlikelyLuck(counts, gapDispersion(openGaps, known - 1)) ? counts : null;
}

/** The rate lately over the rate before; 0 where there was none. */
export function riseRatio({ recent, earlier, recentDays, earlierDays }: RiseCounts): number {
  const before = earlier / Math.max(1, earlierDays);
  return before === 0 ? 0 : recent / Math.max(1, recentDays) / before;
}
