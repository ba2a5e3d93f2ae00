// How wide a range must be to hold eight times in ten in this shop. Counts are whole numbers and
// models are only models, so a nominal 80 % range holds too often on one log and not often enough
// on another. Split conformal prediction (Vovk, Gammerman and Shafer 2005; Romano, Patterson and
// Candès 2019): on the shop's own past each visit count asks for the level at which its range would
// just have held it; the level used is the one that eight in ten asked for at most. Assumed: people
// to come are like people before. Wrong after a break of the whole shop.

import type { VisitDistribution } from './mixture.ts';

/** The share of ranges that shall hold, and the level before anything is known. */
export const wantedShare = 0.8;

/** Worth so many people of the shop's own: with fewer, the level stays near the expected one. */
const pseudoPeople = 20;

/** The lowest level (0–1) at which the central range of `distribution` holds `visits`. */
export function levelToHold({ more }: VisitDistribution, visits: number): number {
  const atLeast = visits <= 0 ? 1 : (more[visits - 1] ?? 0);
  const above = more[visits] ?? 0;
  return Math.max(0, 1 - 2 * atLeast, 2 * above - 1);
}

/**
 * The level at which eight in ten of the shop's own counts would have been held, drawn towards the
 * one that the model expects to do so. Counts of one person from several days are no news of their
 * own, so what is known is measured in people.
 */
export function rangeLevelFrom(
  levels: readonly number[],
  { expected, people }: { readonly expected: number; readonly people: number },
): number {
  const sorted = levels.toSorted((a, b) => a - b);
  const asked = sorted[Math.ceil(wantedShare * (sorted.length + 1)) - 1] ?? expected;
  return Math.min(0.98, (people * asked + pseudoPeople * expected) / (people + pseudoPeople));
}

/**
 * The level at which eight in ten hold if these distributions are right. Central ranges of counts
 * hold more than they say, the more the fewer visits there are; `wantedShare` of nobody.
 */
export function expectedRangeLevel(distributions: readonly VisitDistribution[]): number {
  const asked = distributions.flatMap((each) => {
    const chances = [1, ...each.more, 0];
    return each.more.concat(0).map((_, visits) => ({
      level: levelToHold(each, visits),
      weight: (chances[visits] ?? 0) - (chances[visits + 1] ?? 0),
    }));
  });
  let left = wantedShare * distributions.length;
  for (const { level, weight } of asked.toSorted((a, b) => a.level - b.level)) {
    left -= weight;
    if (left <= 0) return level;
  }
  return wantedShare;
}
