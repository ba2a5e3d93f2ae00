// A forecast said as a range, for a single number would claim too much: in eight of ten cases the
// visits to come lie within it.

import type { VisitDistribution } from './mixture.ts';

/**
 * The least number of visits that is reached with a chance of at most `1 − share` to be fewer: the
 * quantile of the outlook.
 */
export function visitQuantile({ more }: VisitDistribution, share: number): number {
  let visits = 0;
  while ((more[visits] ?? 0) > 1 - share) visits += 1;
  return visits;
}

/** The 10–90 % range of the number of visits. */
export function rangeOf(distribution: VisitDistribution): {
  readonly low: number;
  readonly high: number;
} {
  return { low: visitQuantile(distribution, 0.1), high: visitQuantile(distribution, 0.9) };
}

/** P(exactly `visits`), for checks of calibration. */
export function probabilityOf({ more }: VisitDistribution, visits: number): number {
  return probabilityAtLeast(more, visits) - probabilityAtLeast(more, visits + 1);
}

/** P(fewer than `visits`). */
export function probabilityBelow({ more }: VisitDistribution, visits: number): number {
  return 1 - probabilityAtLeast(more, visits);
}

function probabilityAtLeast(more: readonly number[], visits: number): number {
  return visits <= 0 ? 1 : (more[visits - 1] ?? 0);
}
