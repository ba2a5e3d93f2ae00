// A forecast said as a range, for a single number would claim too much: in eight of ten cases the visits to come lie within it.

import type { Outlook } from './mixture.ts';

/** The least number of visits that is reached with a chance of at most `1 − share` to be fewer: the quantile of the outlook. */
export function quantileOf({ more }: Outlook, share: number): number {
  let visits = 0;
  while ((more[visits] ?? 0) > 1 - share) visits += 1;
  return visits;
}

/** The 10–90 % range of the number of visits. */
export function rangeOf(outlook: Outlook): { readonly low: number; readonly high: number } {
  return { low: quantileOf(outlook, 0.1), high: quantileOf(outlook, 0.9) };
}

/** P(exactly `visits`), for checks of calibration. */
export function chanceOf({ more }: Outlook, visits: number): number {
  return chanceAtLeast(more, visits) - chanceAtLeast(more, visits + 1);
}

/** P(fewer than `visits`). */
export function chanceBelow({ more }: Outlook, visits: number): number {
  return 1 - chanceAtLeast(more, visits);
}

function chanceAtLeast(more: readonly number[], visits: number): number {
  return visits <= 0 ? 1 : (more[visits - 1] ?? 0);
}
