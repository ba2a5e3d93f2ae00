// Fits the mixture's parameters to a shop's past. Maximum likelihood alone diverges for many small
// shops, so the engine fits with a prior (MAP) made of published fits; without one it serves
// comparison with the literature.

import { minimise } from '#engine/math/minimise.ts';
import type { Departure } from './cnbd.ts';
import { likelihoodGradient } from './likelihood-gradient.ts';
import type { MixtureParams } from './mixture.ts';
import { groupedRows, type RfmTable } from './recency-frequency.ts';

/** Independent normal priors of ln r, ln alpha, ln a and ln b. */
export interface Prior {
  readonly means: readonly [number, number, number, number];
  readonly deviations: readonly [number, number, number, number];
}

export interface FitOptions {
  readonly departure: Departure;
  /** The regularities in the mixture, ascending. */
  readonly ks: readonly number[];
  /** 'none' for maximum likelihood. With a prior, each k also counts one person more. */
  readonly prior: Prior | 'none';
  /** The share that the first k keeps at least (0–1). */
  readonly minFirstShare: number;
  /** Where to begin: an earlier fit only saves time. */
  readonly start?: MixtureParams;
}

export interface Fit {
  readonly params: MixtureParams;
  /** Without the prior, so that fits can be compared. */
  readonly logLikelihood: number;
}

/**
 * A visit in about five weeks, and a bit less than a third of the people leaving after each visit:
 * the middle of the published fits, wide enough (a factor of 2 to 3 either way) that some fifty
 * returning customers outweigh it.
 */
export const shopPrior: Prior = {
  means: [0, Math.log(5), Math.log(0.6), Math.log(1.5)],
  deviations: [0.8, 1.2, 0.8, 0.8],
};

/** The parameters at the prior's middle: what a shop begins with. */
function priorParams(departure: Departure): MixtureParams {
  const [r, alpha, a, b] = shopPrior.means;
  return {
    departure,
    r: Math.exp(r),
    alpha: Math.exp(alpha),
    a: Math.exp(a),
    b: Math.exp(b),
    parts: [{ k: 1, weight: 1 }],
  };
}

/** ln-parameters beyond ±8 (3,000 to 1) describe no shop; beyond them is a steep wall. */
const maxLogParam = 8;
/** A share of one in 160,000 is none. */
const maxLogitShare = 12;

/** The best parameters for `rfm`. Equal pasts in any order give the same fit. */
export function fitMixture(rfm: RfmTable, options: FitOptions): Fit {
  const likelihood = likelihoodGradient(groupedRows(rfm), options.ks);
  function cost(at: Float64Array, slope: Float64Array): number {
    const bound = at.map((part, index) => clamped(part, index));
    const weights = weightsAt(bound.subarray(4), options.ks.length);
    const params = paramsAt(bound, options);
    const { logLikelihood, byShape, byWeight } = likelihood(params);
    const dots = weights.reduce((sum, weight, i) => sum + weight * (byWeight[i] ?? 0), 0);
    at.forEach((part, index) => {
      const free = 1 - options.minFirstShare;
      const weight = weights[index - 3] ?? 0;
      const rise =
        index < 4 ? (byShape[index] ?? 0) : free * weight * ((byWeight[index - 3] ?? 0) - dots);
      slope[index] = -(part === bound[index] ? rise : 0);
    });
    return addPenalty(at, slope, options) - logLikelihood;
  }
  const { at } = minimise(cost, startAt(options));
  const params = paramsAt(
    at.map((part, index) => clamped(part, index)),
    options,
  );
  return { params, logLikelihood: likelihood(params).logLikelihood };
}

function paramsAt(at: Float64Array, { departure, ks, minFirstShare }: FitOptions): MixtureParams {
  const weights = weightsAt(at.subarray(4), ks.length);
  const [r = 1, alpha = 1, a = 1, b = 1] = at.subarray(0, 4).map(Math.exp);
  return {
    departure,
    r,
    alpha,
    a,
    b,
    parts: ks.map((k, index) => ({
      k,
      weight: (1 - minFirstShare) * (weights[index] ?? 0) + (index === 0 ? minFirstShare : 0),
    })),
  };
}

/** Shares from free numbers (softmax); the first one's number is 0. */
function weightsAt(free: Float64Array, count: number): readonly number[] {
  const powers = Array.from({ length: count }, (_, index) =>
    index === 0 ? 1 : Math.exp(free[index - 1] ?? 0),
  );
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function startAt({ ks, start, minFirstShare }: FitOptions): Float64Array {
  const known = start ?? { ...priorParams('MBG'), parts: ks.map((k) => ({ k, weight: 1 })) };
  const logs = [known.r, known.alpha, known.a, known.b].map(Math.log);
  const weights = ks.map((k) => known.parts.find((part) => part.k === k)?.weight ?? 0.1);
  const first = Math.max(0.01, (weights[0] ?? 1) - minFirstShare);
  return Float64Array.from([
    ...logs,
    ...weights.slice(1).map((weight) => Math.log(Math.max(0.001, weight) / first)),
  ]);
}

/** The cost of the prior and the walls at a point; adds their slope. */
function addPenalty(at: Float64Array, slope: Float64Array, { prior, ks }: FitOptions): number {
  let penalty = 0;
  at.forEach((part, index) => {
    const beyond = part - clamped(part, index);
    penalty += 100 * beyond ** 2;
    slope[index] = (slope[index] ?? 0) + 200 * beyond;
    const mean = prior === 'none' ? undefined : prior.means[index];
    const deviation = prior === 'none' ? undefined : prior.deviations[index];
    if (mean === undefined || deviation === undefined) return;
    penalty += ((part - mean) / deviation) ** 2 / 2;
    slope[index] = (slope[index] ?? 0) + (part - mean) / deviation ** 2;
  });
  return prior === 'none' ? penalty : penalty + addSharePrior(at, slope, ks.length);
}

// Without this, a k that nobody shows sends its share towards zero for ever, and the search after
// it.
function addSharePrior(at: Float64Array, slope: Float64Array, count: number): number {
  const weights = weightsAt(at.subarray(4), count);
  for (let index = 1; index < count; index += 1)
    slope[index + 3] = (slope[index + 3] ?? 0) + count * (weights[index] ?? 0) - 1;
  return -weights.reduce((sum, weight) => sum + Math.log(weight), 0);
}

function clamped(part: number, index: number): number {
  const reach = index < 4 ? maxLogParam : maxLogitShare;
  return Math.min(reach, Math.max(-reach, part));
}
