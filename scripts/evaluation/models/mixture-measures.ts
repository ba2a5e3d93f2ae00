// Measures of a mixture that the literature prints and the app never asks for.
import { logLikelihoodAt } from '#engine/forecast/cnbd.ts';
import type { Horizon } from '#engine/forecast/horizon.ts';
import { aliveByPart, type Mixture, type VisitDistribution } from '#engine/forecast/mixture.ts';
import type { RfmTable } from '#engine/forecast/recency-frequency.ts';
import { logSumExp } from '#engine/math/log-sum-exp.ts';

/** ln of the probability of the whole table. */
export function logLikelihoodOf({ parts, logWeights }: Mixture, rfm: RfmTable): number {
  let sum = 0;
  for (let index = 0; index < rfm.size; index += 1) {
    const terms = parts.map(
      (part, position) => (logWeights[position] ?? 0) + logLikelihoodAt(part, rfm, index),
    );
    sum += (rfm.counts[index] ?? 1) * logSumExp(terms);
  }
  return sum;
}

/** P(still a customer) for one person. */
export function aliveProbability(mixture: Mixture, rfm: RfmTable, index: number): number {
  return aliveByPart(mixture, rfm, index).reduce((sum, share) => sum + share, 0);
}

/** A horizon of `weeks` that remembers every visit in full. */
export function undecayedHorizon(rfm: RfmTable, index: number, weeks: number): Horizon {
  return { weeks, rateRepeats: rfm.repeats[index] ?? 0, rateAge: rfm.age[index] ?? 0 };
}

/** P(exactly `visits`). */
export function probabilityOf({ more }: VisitDistribution, visits: number): number {
  return probabilityAtLeast(more, visits) - probabilityAtLeast(more, visits + 1);
}

/** P(fewer than `visits`). */
export function probabilityBelow({ more }: VisitDistribution, visits: number): number {
  return 1 - probabilityAtLeast(more, visits);
}

function probabilityAtLeast(more: readonly number[], visits: number): number {
  return visits <= 0 ? 1 : (more[visits - 1] ?? 0);
}
