// Finds the parameters that explain a shop's past best. Maximum likelihood alone runs off to infinity for many small shops, so the
// engine fits with a prior (MAP) made of what published logs of shops have in common; without one it serves comparison with the literature.

import { minimise } from '../numbers/minimise.ts';
import type { Departure } from './cnbd.ts';
import { logLikelihoodOf, mixtureOf, mostRepeatsIn, type MixtureParams } from './mixture.ts';
import { countedPasts, type Pasts } from './past.ts';

/** What is believed of ln r, ln alpha, ln a and ln b before anything was seen: independent normals. */
export interface Prior {
  readonly means: readonly [number, number, number, number];
  readonly deviations: readonly [number, number, number, number];
}

export interface FitOptions {
  readonly departure: Departure;
  /** The regularities in the mixture, rising. */
  readonly ks: readonly number[];
  /** 'none' for maximum likelihood. */
  readonly prior: Prior | 'none';
  /** The share that the first regularity keeps at least (0–1). */
  readonly leastFirst: number;
  /** Where to begin: the last fit, so that tomorrow's takes a moment. */
  readonly start?: MixtureParams;
}

export interface Fit {
  readonly params: MixtureParams;
  /** Without the prior's part, so that fits can be compared. */
  readonly logLikelihood: number;
}

/**
 * A visit in about five weeks, unlike people, a bit less than a third of them leaving after each visit: the middle of the published
 * fits, and wide enough (a factor of 2 to 3 either way) that some fifty returning customers outweigh it.
 */
export const shopPrior: Prior = {
  means: [0, Math.log(5), Math.log(0.6), Math.log(1.5)],
  deviations: [0.8, 1.2, 0.8, 0.8],
};

/** The parameters of the prior's middle: what a shop begins with. */
export function priorParams(departure: Departure): MixtureParams {
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

/** ln-parameters beyond ±8 (3,000 to 1 either way) describe no shop; beyond, a steep wall. */
const furthest = 8;
/** A share of one in 160,000 is none. */
const furthestShare = 12;

/** The best parameters for `pasts`. Equal pasts in any order give the same fit. */
export function fitMixture(pasts: Pasts, options: FitOptions): Fit {
  const counted = countedPasts(pasts);
  const most = mostRepeatsIn(counted);
  function cost(at: Float64Array): number {
    const mixture = mixtureOf(paramsAt(at, options), most);
    return penaltyAt(at, options.prior) - logLikelihoodOf(mixture, counted);
  }
  const { at } = minimise(cost, startAt(options));
  const params = paramsAt(at, options);
  return { params, logLikelihood: logLikelihoodOf(mixtureOf(params, most), counted) };
}

function paramsAt(at: Float64Array, { departure, ks, leastFirst }: FitOptions): MixtureParams {
  const weights = weightsAt(at.subarray(4), ks.length);
  return {
    departure,
    r: Math.exp(within(at[0])),
    alpha: Math.exp(within(at[1])),
    a: Math.exp(within(at[2])),
    b: Math.exp(within(at[3])),
    parts: ks.map((k, place) => ({
      k,
      weight: (1 - leastFirst) * (weights[place] ?? 0) + (place === 0 ? leastFirst : 0),
    })),
  };
}

/** Shares from free numbers; the first part's number is 0. */
function weightsAt(free: Float64Array, count: number): readonly number[] {
  const powers = Array.from({ length: count }, (_, place) =>
    place === 0
      ? 1
      : Math.exp(Math.max(-furthestShare, Math.min(furthestShare, free[place - 1] ?? 0))),
  );
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function startAt({ ks, start, leastFirst }: FitOptions): Float64Array {
  const known = start ?? { ...priorParams('MBG'), parts: ks.map((k) => ({ k, weight: 1 })) };
  const logs = [known.r, known.alpha, known.a, known.b].map(Math.log);
  const weights = ks.map((k) => known.parts.find((part) => part.k === k)?.weight ?? 0.1);
  const first = Math.max(0.01, (weights[0] ?? 1) - leastFirst);
  return Float64Array.from([
    ...logs,
    ...weights.slice(1).map((weight) => Math.log(Math.max(0.001, weight) / first)),
  ]);
}

function penaltyAt(at: Float64Array, prior: Prior | 'none'): number {
  let penalty = 0;
  at.forEach((part, index) => {
    const beyond = Math.max(0, Math.abs(part) - (index < 4 ? furthest : furthestShare));
    penalty += 100 * beyond ** 2;
    const mean = prior === 'none' ? undefined : prior.means[index];
    const deviation = prior === 'none' ? undefined : prior.deviations[index];
    if (mean !== undefined && deviation !== undefined)
      penalty += ((part - mean) / deviation) ** 2 / 2;
  });
  return penalty;
}

function within(part: number | undefined): number {
  return Math.min(furthest, Math.max(-furthest, part ?? 0));
}
