// Who is leaving, among those who are late by their own interval. P(alive) orders late people
// little better than chance, so the question is whether they will be back within three more of
// their own gaps. Only the BG/NBD (k = 1, papers in cnbd.ts) is asked: under its steady hazard a
// longer silence never looks better, a law that is promised to the owner.

import { logit } from '#engine/math/log-sum-exp.ts';
import { decayedHorizon } from '#engine/forecast/exponential-decay.ts';
import { fitMixture, shopPrior } from '#engine/forecast/fit-mixture.ts';
import {
  anyVisitProbability,
  mixtureOf,
  maxRepeatsIn,
  type Mixture,
  type MixtureParams,
} from '#engine/forecast/mixture.ts';
import { rfmTableAt, type VisitTimes, type RfmTable } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';

/** Below three gaps nobody has an interval to be late by. */
export const minGaps = 3;

/** The own gaps a person gets to come back in. */
export const gapsToReturn = 3;

/** One person's silence, from their own visits alone; in weeks unless said otherwise. */
export interface Silence {
  /** Index in the visit times. */
  readonly who: number;
  /** When the question is asked. */
  readonly now: number;
  readonly elapsed: number;
  readonly medianGap: number;
  /** elapsed / medianGap. */
  readonly latenessRatio: number;
  /** Own gaps, the share of them shorter than this silence, and the last of them in median gaps. */
  readonly gaps: number;
  readonly shorter: number;
  readonly lastGap: number;
  /** ln of the newer half's median gap over the older half's: above 0 they come less often. */
  readonly trend: number;
  /** The untrained score: higher is likelier gone. */
  readonly score: number;
}

/**
 * Weight of ln(lateness) beside the model, where the chance of no return rises with lateness
 * already. Between 0 and 1 little depends on it.
 */
const lateWeight = 0.5;

/** The parameters behind the churn score: BG/NBD under the shop prior. */
export function fitChurnParams(rfm: RfmTable, start?: MixtureParams): MixtureParams {
  return fitMixture(rfm, {
    departure: 'BG',
    ks: [1],
    prior: shopPrior,
    minFirstShare: 0,
    ...(start === undefined ? {} : { start }),
  }).params;
}

/** Everybody's silence at `now` with at least three gaps, late or not. */
export function silencesAt(
  visitTimes: VisitTimes,
  {
    now,
    churnParams,
    decayWeeks,
  }: { readonly now: number; readonly churnParams: MixtureParams; readonly decayWeeks: number },
): readonly Silence[] {
  const rfm = rfmTableAt(visitTimes, now);
  const mixture = mixtureOf(churnParams, maxRepeatsIn(rfm));
  const silences: Silence[] = [];
  for (let index = 0; index < rfm.size; index += 1) {
    const times = visitTimes[rfm.who[index] ?? 0] ?? new Float64Array();
    const silence = silenceOf(times, { rfm, index, mixture, now, decayWeeks });
    if (silence !== null) silences.push(silence);
  }
  return silences;
}

/** Whose silence, in `rfm` as of `now`, and the churn mixture for as many visits. */
export interface SilenceSource {
  readonly rfm: RfmTable;
  readonly index: number;
  readonly mixture: Mixture;
  readonly now: number;
  readonly decayWeeks: number;
}

/** The silence of one person with the visits `times` (weeks); null with fewer than three gaps. */
export function silenceOf(
  times: Float64Array,
  { rfm, index, mixture, now, decayWeeks }: SilenceSource,
): Silence | null {
  if ((rfm.repeats[index] ?? 0) < minGaps) return null;
  const gaps = gapsUntil(times, now);
  const sorted = gaps.toSorted();
  const elapsed = (rfm.age[index] ?? 0) - (rfm.last[index] ?? 0);
  const medianGap = middleOf(sorted);
  const late = elapsed / medianGap;
  const horizon = decayedHorizon(times, { now, decayWeeks, weeks: gapsToReturn * medianGap });
  const returning = anyVisitProbability(mixture, rfm, { index, horizon });
  const half = Math.max(1, gaps.length >> 1);
  return {
    who: rfm.who[index] ?? 0,
    now,
    elapsed,
    medianGap,
    latenessRatio: late,
    gaps: gaps.length,
    shorter: countUntil(sorted, elapsed) / gaps.length,
    lastGap: (gaps[gaps.length - 1] ?? medianGap) / medianGap,
    trend: Math.log(
      middleOf(gaps.subarray(half).toSorted()) / middleOf(gaps.subarray(0, half).toSorted()),
    ),
    score: -logit(returning) + lateWeight * Math.log(Math.max(1e-3, late)),
  };
}

function gapsUntil(times: Float64Array, now: number): Float64Array {
  const visits = countUntil(times, now);
  const gaps = new Float64Array(Math.max(0, visits - 1));
  for (let gap = 0; gap < gaps.length; gap += 1)
    gaps[gap] = (times[gap + 1] ?? 0) - (times[gap] ?? 0);
  return gaps;
}

function middleOf(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const above = sorted[half] ?? 1;
  return sorted.length % 2 === 1 ? above : (above + (sorted[half - 1] ?? above)) / 2;
}
