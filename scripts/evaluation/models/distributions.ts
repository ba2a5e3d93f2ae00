// Everybody's forecast at one moment, and a quick fit, for measuring many people and days at once.
// The app asks for one customer at a time (forecast.ts).
import { decayedHorizon, defaultDecayWeeks } from '#engine/forecast/exponential-decay.ts';
import {
  maxRepeatsIn,
  mixtureOf,
  visitDistributionOf,
  type MixtureParams,
  type VisitDistribution,
} from '#engine/forecast/mixture.ts';
import { untriedRanges } from '#engine/forecast/range-validation.ts';
import { rfmTableAt, type RfmTable, type VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { fitParams, tierFor, type VisitModel } from '#engine/forecast/visit-model.ts';

/** Everybody's forecast at one moment. Index i belongs to the person `rfm.who[i]`. */
export interface Distributions {
  readonly rfm: RfmTable;
  readonly distributions: readonly VisitDistribution[];
}

/** What to expect of everybody in `weeks` from `now`. Tempo stretches the weeks. */
export function distributionsOf(
  model: VisitModel,
  visitTimes: VisitTimes,
  { now, weeks }: { readonly now: number; readonly weeks: number },
): Distributions {
  const rfm = rfmTableAt(visitTimes, now);
  const mixture = mixtureOf(model.params, maxRepeatsIn(rfm));
  const { decayWeeks, tempo } = model;
  const distributions = Array.from({ length: rfm.size }, (_, index) => {
    const times = visitTimes[rfm.who[index] ?? 0] ?? new Float64Array();
    const horizon = decayedHorizon(times, { now, decayWeeks, weeks: weeks * tempo });
    return visitDistributionOf(mixture, rfm, { index, horizon });
  });
  return { rfm, distributions };
}

/** The model with the default decay, without validation: where speed counts. */
export function fitWithoutValidation(
  visitTimes: VisitTimes,
  { now, start }: { readonly now: number; readonly start?: MixtureParams },
): VisitModel {
  const rfm = rfmTableAt(visitTimes, now);
  const tier = tierFor(rfm);
  const decayWeeks = tier === 'settled' ? defaultDecayWeeks : Number.POSITIVE_INFINITY;
  const params = fitParams(rfm, start);
  return { tier, params, decayWeeks, hasBreak: false, tempo: 1, ...untriedRanges };
}
