// How this shop's tiles are best put in order, as its own past showed: which list, and the correction of the plain score. Learned by
// select-ranker.ts; plain values that can be stored. Whoever has none yet uses the plain formula.

import type { ArrivalsRidge } from './correction.ts';

/** The ways to put people in order: by the formula, as corrected by the shop's own visits, or by a plain list. */
export const arrivalLists = [
  'learned',
  'formula',
  'most-frequent',
  'most-recent',
  'frecency',
] as const;
export type ArrivalList = (typeof arrivalLists)[number];

/** What the shop believes about who comes in when. */
export interface ArrivalBeliefs {
  readonly list: ArrivalList;
  /** The correction; used by the list `learned` alone. */
  readonly ridge: ArrivalsRidge | null;
  /** On how many of the shop's latest visits the lists were tried, and the share that each would have shown on twelve tiles. */
  readonly tried: number;
  readonly found: Readonly<Record<ArrivalList, number>>;
}
