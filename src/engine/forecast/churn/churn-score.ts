// Who is leaving, among those who are late by their own rhythm. P(alive) is the wrong question for
// them (it orders late people little better than a lot): asked is whether they will be back within
// three more of their own gaps. Only a steady-hazard model (k = 1) is asked, for under it a longer
// silence never looks better; that law is promised to the owner and must not be broken.

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

/** Below three gaps a person has no rhythm to be late by. */
export const minGaps = 3;

/** So many own gaps the person gets to come back. */
export const gapsToReturn = 3;

/**
 * What is known about one person's silence. All from their own visits; weeks unless said otherwise.
 */
export interface Silence {
  /** Place in the comings. */
  readonly who: number;
  /** The moment of asking. */
  readonly now: number;
  readonly elapsed: number;
  readonly medianGap: number;
  /** elapsed / medianGap. */
  readonly latenessRatio: number;
  /**
   * Number of own gaps, the share of them shorter than this silence, and the last of them in median
   * gaps.
   */
  readonly gaps: number;
  readonly shorter: number;
  readonly lastGap: number;
  /**
   * ln of the newer half's median gap over the older half's: above 0 they come less often than they
   * did.
   */
  readonly trend: number;
  /** The untrained score: higher is likelier gone. */
  readonly score: number;
}

/**
 * Weight of ln(late) beside the model: half, for the chance of no return already rises with
 * lateness. Between 0 and 1 little depends on it.
 */
const lateWeight = 0.5;

/** The parameters that the slipping score asks: BG/NBD under the shop prior. */
export function fitChurnParams(rfm: RfmTable, start?: MixtureParams): MixtureParams {
  return fitMixture(rfm, {
    departure: 'BG',
    ks: [1],
    prior: shopPrior,
    minFirstShare: 0,
    ...(start === undefined ? {} : { start }),
  }).params;
}

/**
 * Everybody's silence at `now` with at least three gaps, whether late or not. `churnParams` comes
 * from `fitChurnParams`.
 */
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

/**
 * Whose silence, among `rfm` as seen at `now`; the mixture of the steady parameters made ready for
 * as many visits.
 */
export interface SilenceSource {
  readonly rfm: RfmTable;
  readonly index: number;
  readonly mixture: Mixture;
  readonly now: number;
  readonly decayWeeks: number;
}

/**
 * The silence of one person with the visits `times` (weeks, in order); null with fewer than three
 * gaps.
 */
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
