// How this shop's tiles are best put in order, as its own past showed: which list, and the
// correction of the plain score. Learned by select-ranker.ts; plain values that can be stored.
// Whoever has none yet uses the plain formula.

import type { ScoreCorrection } from './correction.ts';

/**
 * The ways to put people in order: by the formula, as corrected by the shop's own visits, or by a
 * plain list.
 */
export const rankingNames = [
  'learned',
  'formula',
  'most-frequent',
  'most-recent',
  'frecency',
] as const;
export type RankingName = (typeof rankingNames)[number];

/** What the shop believes about who comes in when. */
export interface Ranker {
  readonly ranking: RankingName;
  /** The correction; used by the list `learned` alone. */
  readonly correction: ScoreCorrection | null;
  /**
   * On how many of the shop's latest visits the lists were tried, and the share that each would
   * have shown on twelve tiles.
   */
  readonly tried: number;
  readonly hitShares: Readonly<Record<RankingName, number>>;
}
