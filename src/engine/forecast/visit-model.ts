// One shop's model of how people come, fitted to its own past, with as much model as the past can
// carry: a new shop gets the prior and one k, an old one the mixture with decay.

import { breakDecayWeeks, hasChangePoint } from './change-point.ts';
import { fitMixture, shopPrior } from './fit-mixture.ts';
import { untriedRanges, type RangeRules } from './range-validation.ts';
import { rollingOriginValidation } from './rolling-origin.ts';
import type { MixtureParams } from './mixture.ts';
import { rfmTableAt, type VisitTimes, type RfmTable } from './recency-frequency.ts';

/** How much model the past carries, by its weeks and by who came again and how often. */
export type ModelTier = 'beginning' | 'growing' | 'settled';

/** Plain values: it can be stored and sent to another thread. */
export interface VisitModel extends RangeRules {
  readonly tier: ModelTier;
  readonly params: MixtureParams;
  /** Weeks in which a visit decays to a third; Infinity for none. */
  readonly decayWeeks: number;
  /** Whether the whole shop changed from one week to the next: then the past decays faster. */
  readonly hasBreak: boolean;
  /** Factor on the weeks ahead; 1 where the tempo never lasted. */
  readonly tempo: number;
}

/** A young shop remembers all of its past and knows no tempo yet. */
const unvalidated = {
  decayWeeks: Number.POSITIVE_INFINITY,
  hasBreak: false,
  tempo: 1,
  ...untriedRanges,
};

const settledWeeks = 26;
const growingWeeks = 8;
const growingPeople = 50;
/** Fifty people with ten gaps each say as much about k as more people with fewer. */
const growingGaps = 500;
/** See mixture.ts. */
const minFirstShare = 0.1;

/** The tier of this past. */
export function tierFor(rfm: RfmTable): ModelTier {
  const weeks = rfm.age.reduce((max, age) => Math.max(max, age), 0);
  const returning = rfm.repeats.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
  const gaps = rfm.repeats.reduce((sum, repeats) => sum + repeats, 0);
  const isTooLittle = returning < growingPeople && gaps < growingGaps;
  if (weeks < growingWeeks || isTooLittle) return 'beginning';
  return weeks < settledWeeks ? 'growing' : 'settled';
}

/** The values of k that a tier can tell apart. */
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

/** The most likely parameters under the shop prior. */
export function fitParams(rfm: RfmTable, start?: MixtureParams): MixtureParams {
  return fitMixture(rfm, {
    departure: 'MBG',
    ks: regularitiesFor(tierFor(rfm)),
    prior: shopPrior,
    minFirstShare,
    ...(start === undefined ? {} : { start }),
  }).params;
}

export interface VisitModelOptions {
  readonly now: number;
  /** How far ahead decay and tempo shall be right, and how far ranges reach. */
  readonly weeks: number;
  readonly rangeWeeks: number;
  /** An earlier fit only saves time. */
  readonly start?: MixtureParams;
}

/** The model at `now` (weeks). */
export function fitVisitModel(
  visitTimes: VisitTimes,
  { now, weeks, rangeWeeks, start }: VisitModelOptions,
): VisitModel {
  const rfm = rfmTableAt(visitTimes, now);
  const tier = tierFor(rfm);
  const params = fitParams(rfm, start);
  if (tier !== 'settled') return { tier, params, ...unvalidated };
  const options = { now, weeks, rangeWeeks, params, fit: fitParams };
  const learned = rollingOriginValidation(visitTimes, options);
  const hasBreak = hasChangePoint(visitTimes, now);
  // After a break the tempo of the weeks around it means nothing.
  return hasBreak
    ? { tier, params, hasBreak, ...learned, decayWeeks: breakDecayWeeks, tempo: 1, sameAgain: 0 }
    : { tier, params, hasBreak, ...learned };
}
