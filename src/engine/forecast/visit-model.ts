// One shop's beliefs about how people come, fitted to its own past, with as much model as the past
// can carry: a new shop gets the prior and one regularity, an old one the mixture that forgets.
// Everything that the screens ask of the future is asked here.

import { breakDecayWeeks, hasChangePoint } from './change-point.ts';
import { fitMixture, shopPrior } from './fit-mixture.ts';
import { rollingOriginValidation } from './rolling-origin.ts';
import type { MixtureParams } from './mixture.ts';
import { rfmTableAt, type VisitTimes, type RfmTable } from './recency-frequency.ts';

/**
 * How much model the shop's past carries: weeks since the first visit of anybody, and people who
 * came again or how often they did.
 */
export type ModelTier = 'beginning' | 'growing' | 'settled';

/** A shop's fitted beliefs. Plain values: it can be kept and sent to another thread. */
export interface VisitModel {
  readonly tier: ModelTier;
  readonly params: MixtureParams;
  /** Weeks in which a visit fades to a third; Infinity for none. */
  readonly decayWeeks: number;
  /**
   * True when the whole shop changed from one week to the next: forecasts say so, and forget
   * faster.
   */
  readonly hasBreak: boolean;
  /** Factor on the weeks ahead by the shop's tempo; 1 where it never lasted. */
  readonly tempo: number;
}

const settledWeeks = 26;
const growingWeeks = 8;
const growingPeople = 50;
/**
 * Regularity is read from gaps: as many as fifty people with ten each say as much in a shop of
 * twenty.
 */
const growingGaps = 500;
/** k = 1 keeps a tenth: see mixture.ts. */
const minFirstShare = 0.1;

/** The rung for this past. */
export function tierFor(rfm: RfmTable): ModelTier {
  const weeks = rfm.age.reduce((max, age) => Math.max(max, age), 0);
  const returning = rfm.repeats.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
  const gaps = rfm.repeats.reduce((sum, repeats) => sum + repeats, 0);
  const isTooLittle = returning < growingPeople && gaps < growingGaps;
  if (weeks < growingWeeks || isTooLittle) return 'beginning';
  return weeks < settledWeeks ? 'growing' : 'settled';
}

/** The regularities a rung can tell apart. */
export function regularitiesFor(tier: ModelTier): readonly number[] {
  switch (tier) {
    case 'beginning':
      return [1];
    case 'growing':
      return [1, 2];
    case 'settled':
      return [1, 2, 4];
  }
}

/** The parameters for one moment: the most likely ones under the shop prior. */
export function fitParams(rfm: RfmTable, start?: MixtureParams): MixtureParams {
  return fitMixture(rfm, {
    departure: 'MBG',
    ks: regularitiesFor(tierFor(rfm)),
    prior: shopPrior,
    minFirstShare,
    ...(start === undefined ? {} : { start }),
  }).params;
}

/**
 * The shop's model at `now` (weeks), to look `weeks` ahead. `start` is an earlier fit and only
 * saves time.
 */
export function fitVisitModel(
  visitTimes: VisitTimes,
  {
    now,
    weeks,
    start,
  }: { readonly now: number; readonly weeks: number; readonly start?: MixtureParams },
): VisitModel {
  const rfm = rfmTableAt(visitTimes, now);
  const tier = tierFor(rfm);
  const params = fitParams(rfm, start);
  if (tier !== 'settled')
    return { tier, params, decayWeeks: Number.POSITIVE_INFINITY, hasBreak: false, tempo: 1 };
  const learned = rollingOriginValidation(visitTimes, { now, weeks, params, fit: fitParams });
  const hasBreak = hasChangePoint(visitTimes, now);
  // After a break the tempo read from the weeks around it means nothing.
  return hasBreak
    ? { tier, params, hasBreak, decayWeeks: breakDecayWeeks, tempo: 1 }
    : { tier, params, hasBreak, ...learned };
}
