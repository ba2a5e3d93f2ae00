// Whether the whole shop runs faster or slower than its people's pasts predict: a road work, a
// season, a new neighbour. A residual of the last weeks may last or pass, and shops differ in that;
// so it counts only as far as such residuals lasted in the shop's own past (a shrunk autoregression
// of order one).

/** ln(seen / expected) of the weeks before an origin and of the weeks after it. */
export interface ResidualPair {
  readonly before: number;
  readonly after: number;
}

/** Weeks that the tempo is read from: four of each weekday, and short enough to be news. */
export const tempoWeeks = 4;

/** Added on both sides, so that a quiet month of a small shop is no collapse (10–100). */
const pseudoVisits = 30;

/** Towards no persistence: worth one origin with a residual of 22 % that left no trace. */
const shrinkage = 0.05;

/** A month never changes the shop by more than this either way. */
const maxLogTempo = Math.log(1.5);

/** ln(seen / expected), drawn towards 0 for small numbers. */
export function standardisedResidual(seen: number, expected: number): number {
  return Math.log((seen + pseudoVisits) / (expected + pseudoVisits));
}

/** The share (0–1) of a residual that lasts: shrunk regression through 0; 0 below four pairs. */
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
