// A shop has people like clockwork and people who drop in: a finite mixture of (M)BG/CNBD-k models
// over k (papers: cnbd.ts), with the same mean rate of visits and the same chances to leave. Each
// person's own gaps say how regular they are. k = 1 always keeps a share: under k > 1 alone a
// single odd gap would make somebody lost for ever.

import { logSumExp } from '#engine/math/log-sum-exp.ts';
import { aliveAt, cnbdOf, logLikelihoodAt, type Cnbd, type Departure } from './cnbd.ts';
import { addChances, type Horizon } from './horizon.ts';
import type { RfmTable } from './recency-frequency.ts';

/** Parameters that all parts share, and the weight of each k (adding up to 1). */
export interface MixtureParams {
  readonly departure: Departure;
  /** Shape of visit rates over people. */
  readonly r: number;
  /** Scale of visit rates: r / alpha visits a week on average. A part's stages have alpha / k. */
  readonly alpha: number;
  /** Chances to leave after a visit are Beta(a, b). */
  readonly a: number;
  readonly b: number;
  readonly parts: readonly { readonly k: number; readonly weight: number }[];
}

/** A mixture made ready for people with a known maximum of visits. */
export interface Mixture {
  readonly params: MixtureParams;
  readonly parts: readonly Cnbd[];
  readonly logWeights: readonly number[];
}

/** What to expect of one person. */
export interface VisitDistribution {
  /** P(still a customer), 0–1. */
  readonly alive: number;
  /** Expected number of visits in the weeks ahead. */
  readonly expected: number;
  /** Element n−1: P(at least n visits). Empty when there is next to none. */
  readonly more: readonly number[];
}

/** The mixture made ready for people with at most `maxRepeats` repeat visits. */
export function mixtureOf(params: MixtureParams, maxRepeats: number): Mixture {
  return {
    params,
    parts: params.parts.map(({ k }) =>
      cnbdOf({ ...params, k, alpha: params.alpha / k }, maxRepeats),
    ),
    logWeights: params.parts.map(({ weight }) => Math.log(weight)),
  };
}

/** The most repeat visits of anybody in `rfm`: what `mixtureOf` needs to know. */
export function maxRepeatsIn(rfm: RfmTable): number {
  return rfm.repeats.reduce((max, repeats) => Math.max(max, repeats), 0);
}

/** P(k) for this person, in the order of the parts (adding up to 1). */
export function regularityOf(mixture: Mixture, rfm: RfmTable, index: number): Float64Array {
  const { parts, logWeights } = mixture;
  const terms = Float64Array.from(
    parts,
    (part, position) => (logWeights[position] ?? 0) + logLikelihoodAt(part, rfm, index),
  );
  const whole = logSumExp(terms);
  return terms.map((term) => Math.exp(term - whole));
}

/** P(this k and still a customer), by part: the same for every horizon. */
export function aliveByPart(mixture: Mixture, rfm: RfmTable, index: number): Float64Array {
  const shares = regularityOf(mixture, rfm, index);
  mixture.parts.forEach((part, position) => {
    shares[position] = (shares[position] ?? 0) * aliveAt(part, rfm, index);
  });
  return shares;
}

/** How far ahead to look for whom. `here` saves time where several horizons are asked. */
export interface ForecastQuery {
  readonly index: number;
  readonly horizon: Horizon;
  readonly here?: Float64Array;
}

/** The exact distribution of this person's visits in the weeks ahead. */
export function visitDistributionOf(
  mixture: Mixture,
  rfm: RfmTable,
  query: ForecastQuery,
): VisitDistribution {
  const { index, horizon, here = aliveByPart(mixture, rfm, index) } = query;
  const more: number[] = [];
  let alive = 0;
  mixture.parts.forEach((part, position) => {
    const share = here[position] ?? 0;
    alive += share;
    addChances(more, part, { rfm, index, horizon, share });
  });
  return { alive, expected: more.reduce((sum, chance) => sum + chance, 0), more };
}

/** P(any visit in the weeks ahead), without the work of the other probabilities. */
export function anyVisitProbability(mixture: Mixture, rfm: RfmTable, query: ForecastQuery): number {
  const { index, horizon, here = aliveByPart(mixture, rfm, index) } = query;
  const more: number[] = [];
  mixture.parts.forEach((part, position) => {
    addChances(more, part, { rfm, index, horizon, share: here[position] ?? 0, maxCount: 1 });
  });
  return more[0] ?? 0;
}

export interface VisitRange {
  readonly low: number;
  readonly high: number;
}

/** The central range of the number of visits at this level: .8 goes from 10 to 90 %. */
export function rangeOf(distribution: VisitDistribution, level: number): VisitRange {
  return {
    low: visitsAt(distribution, (1 - level) / 2),
    high: visitsAt(distribution, (1 + level) / 2),
  };
}

/** The number of visits that `share` (0–1) of such people stay at or below; .5 is the median. */
export function visitsAt({ more }: VisitDistribution, share: number): number {
  let visits = 0;
  while ((more[visits] ?? 0) > 1 - share) visits += 1;
  return visits;
}
