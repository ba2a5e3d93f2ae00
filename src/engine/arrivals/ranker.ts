// How this shop's tiles are best ordered, as its own past showed: which ranking, and the correction
// of the baseline score. Selected by select-ranker.ts; plain values that can be stored. A shop
// without one uses the formula.

import type { ScoreCorrection } from './correction.ts';

export const simpleRankings = ['most-frequent', 'most-recent', 'frecency'] as const;
export type SimpleRanking = (typeof simpleRankings)[number];

/** The formula, the formula corrected by the shop's own visits, and the simple rankings. */
export type RankingName = 'learned' | 'formula' | SimpleRanking;

/** Who comes in when, as this shop's own past showed. */
export interface Ranker {
  readonly ranking: RankingName;
  /** Used by the ranking `learned` alone. */
  readonly correction: ScoreCorrection | null;
  /** On how many of the latest visits the rankings were tried, and the share on twelve tiles. */
  readonly tried: number;
  readonly hitShares: Readonly<Record<RankingName, number>>;
}
