// One shop's model of how people come, fitted to its own past, with as much model as the past can
// carry: a new shop gets the prior and one k, an old one the mixture with decay.

import { breakDecayWeeks, hasChangePoint } from './change-point.ts';
import { fitMixture, shopPrior } from './fit-mixture.ts';
import { rollingOriginValidation } from './rolling-origin.ts';
import type { MixtureParams } from './mixture.ts';
import { rfmTableAt, type VisitTimes, type RfmTable } from './recency-frequency.ts';

/** How much model the past carries, by its weeks and by who came again and how often. */
export type ModelTier = 'beginning' | 'growing' | 'settled';

/** Plain values: it can be stored and sent to another thread. */
export interface VisitModel {
  readonly tier: ModelTier;
  readonly params: MixtureParams;
  /** Weeks in which a visit decays to a third; Infinity for none. */
  readonly decayWeeks: number;
  /** Whether the whole shop changed from one week to the next: then the past decays faster. */
  readonly hasBreak: boolean;
  /** Factor on the weeks ahead; 1 where the tempo never lasted. */
  readonly tempo: number;
}

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

/** The model at `now` (weeks), to look `weeks` ahead. An earlier fit as `start` only saves time. */
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
  // After a break the tempo of the weeks around it means nothing.
  return hasBreak
    ? { tier, params, hasBreak, decayWeeks: breakDecayWeeks, tempo: 1 }
    : { tier, params, hasBreak, ...learned };
}
