// The Gamma-Gamma model of spend (Fader and Hardie 2013, note 025): kept to compare with the
// literature, never to advise an owner, for on amounts that hardly vary within a person its p runs
// off to infinity. See spend.ts for what the engine believes instead.

import { logGamma } from './log-gamma.ts';
import { minimise } from '#engine/math/minimise.ts';
import { withFiniteDifferences } from './finite-differences.ts';

/** z̄ given x visits ~ Gamma(p·x, ν·x), ν ~ Gamma(q, v); p, v above 0 and q above 1. */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** A person's number of paid visits (at least 1) and their mean amount (above 0). */
export interface MeanSpend {
  readonly visits: number;
  readonly mean: number;
}

/** ln of the probability density of everybody's means. */
export function gammaGammaLikelihood(
  { p, q, v }: GammaGamma,
  people: readonly MeanSpend[],
): number {
  let sum = 0;
  for (const { visits, mean } of people) {
    const px = p * visits;
    sum +=
      logGamma(px + q) -
      logGamma(px) -
      logGamma(q) +
      q * Math.log(v) +
      (px - 1) * Math.log(mean) +
      px * Math.log(visits) -
      (px + q) * Math.log(v + mean * visits);
  }
  return sum;
}

/** The most likely parameters. */
export function fitGammaGamma(people: readonly MeanSpend[]): GammaGamma {
  const cost = (at: Float64Array): number => -gammaGammaLikelihood(paramsAt(at), people);
  return paramsAt(minimise(withFiniteDifferences(cost), Float64Array.from([1, 1, 2])).at);
}

/** The expected mean amount of somebody; without visits, of anybody. */
export function expectedMean({ p, q, v }: GammaGamma, { visits, mean }: MeanSpend): number {
  return (p * (v + visits * mean)) / (p * visits + q - 1);
}

function paramsAt(at: Float64Array): GammaGamma {
  const [p = 1, q = 1, v = 1] = at.map(Math.exp);
  return { p, q, v };
}
