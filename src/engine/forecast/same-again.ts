// "Just as often as in the last stretch of the same length": the simplest forecast of all, which no
// model beats everywhere (Wübben and von Wangenheim 2008). It assumes that people stay as they are,
// knows nothing of leaving, and is wrong about whoever has just come or just gone. Mixed with the
// model, as forecasts are best combined (Bates and Granger 1969), by the share that the shop's own
// past gives it (rolling-origin.ts).

import { countUntil } from '#engine/math/count-until.ts';
import type { VisitDistribution } from './mixture.ts';

/** Shares that are tried; beyond half the model would be the guest. */
export const sameAgainShares: readonly number[] = Array.from({ length: 11 }, (_, i) => i / 20);

const negligible = 1e-10;

/** Repeat visits of somebody in the `weeks` up to `now`. */
export function visitsLately(
  times: Float64Array,
  { now, weeks }: { readonly now: number; readonly weeks: number },
): number {
  return countUntil(times, now) - Math.max(1, countUntil(times, now - weeks));
}

/** `model` with the share of "as many as `lately`, give or take chance" (a Poisson count). */
export function withSameAgain(
  model: VisitDistribution,
  { lately, share }: { readonly lately: number; readonly share: number },
): VisitDistribution {
  if (share === 0) return model;
  const again = poissonTails(lately);
  const more = Array.from(
    { length: Math.max(model.more.length, again.length) },
    (_, index) => (1 - share) * (model.more[index] ?? 0) + share * (again[index] ?? 0),
  );
  return { alive: model.alive, expected: (1 - share) * model.expected + share * lately, more };
}

/** P(at least 1, 2, 3 …) of a Poisson count: its lower terms are summed, from the first on. */
function poissonTails(mean: number): readonly number[] {
  const tails: number[] = [];
  if (mean <= 0) return tails;
  let logTerm = -mean;
  let above = -Math.expm1(logTerm);
  while (above >= negligible) {
    tails.push(above);
    logTerm += Math.log(mean / tails.length);
    above -= Math.exp(logTerm);
  }
  return tails;
}
