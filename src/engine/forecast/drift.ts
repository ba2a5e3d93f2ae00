// Whether the whole shop runs faster or slower than its people's pasts say: a road work, a season,
// a new neighbour. A surprise of the last weeks may last or pass, and shops differ in that; so only
// as much of it is believed as such surprises lasted in the shop's own past.

/**
 * One look back: how the weeks before some day surprised, and how the weeks after it did, both as
 * ln(seen / expected).
 */
export interface ResidualPair {
  readonly before: number;
  readonly after: number;
}

/**
 * How many weeks the tempo is read from: long enough for every weekday four times over, short
 * enough to be news.
 */
export const tempoWeeks = 4;

/**
 * So many visits are added on both sides, so that a quiet month of a small shop is no collapse
 * (range 10–100).
 */
const pseudoVisits = 30;

/**
 * Doubt against lasting surprises: as much as one look back with a surprise of 22 % that left no
 * trace.
 */
const shrinkage = 0.05;

/** A month is never believed to change the shop by more than this either way. */
const maxLogTempo = Math.log(1.5);

/** ln(seen / expected), drawn towards 0 for small numbers. */
export function standardisedResidual(seen: number, expected: number): number {
  return Math.log((seen + pseudoVisits) / (expected + pseudoVisits));
}

/**
 * How much of a surprise lasts (0–1) by the shop's own past: a regression through zero, doubting; 0
 * with fewer than four looks back.
 */
export function driftPersistence(pairs: readonly ResidualPair[]): number {
  if (pairs.length < 4) return 0;
  let products = 0;
  let squares = shrinkage;
  for (const { before, after } of pairs) {
    products += before * after;
    squares += before ** 2;
  }
  return Math.min(1, Math.max(0, products / squares));
}

/** The factor on the weeks ahead: 1 for a shop that does as expected. */
export function tempoOf(lately: number, lasting: number): number {
  return Math.exp(Math.min(maxLogTempo, Math.max(-maxLogTempo, lately * lasting)));
}
