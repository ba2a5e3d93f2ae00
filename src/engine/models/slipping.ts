// Who is leaving, among those who are late by their own rhythm. P(alive) is the wrong question for them (it orders late people little
// better than a lot): asked is whether they will be back within three more of their own gaps. Only a steady-hazard model (k = 1) is
// asked, for under it a longer silence never looks better; that law is promised to the owner and must not be broken.

import { logit } from '../numbers/log-sum.ts';
import { fadedPast } from './forgetting.ts';
import { fitMixture, shopPrior } from './fit.ts';
import {
  mixtureOf,
  mostRepeatsIn,
  outlookOf,
  type Mixture,
  type MixtureParams,
} from './mixture.ts';
import { countUntil, pastsAt, type Comings, type Pasts } from './past.ts';

/** Below three gaps a person has no rhythm to be late by. */
export const fewestGaps = 3;

/** So many own gaps the person gets to come back. */
export const gapsToReturn = 3;

/** What is known about one person's silence. All from their own visits; weeks unless said otherwise. */
export interface Silence {
  /** Place in the comings. */
  readonly who: number;
  /** The moment of asking. */
  readonly now: number;
  readonly elapsed: number;
  readonly medianGap: number;
  /** elapsed / medianGap. */
  readonly late: number;
  /** Number of own gaps, the share of them shorter than this silence, and the last of them in median gaps. */
  readonly gaps: number;
  readonly shorter: number;
  readonly lastGap: number;
  /** ln of the newer half's median gap over the older half's: above 0 they come less often than they did. */
  readonly trend: number;
  /** The untrained score: higher is likelier gone. */
  readonly score: number;
}

/** Weight of ln(late) beside the model: half, for the chance of no return already rises with lateness. Between 0 and 1 little depends on it. */
const lateWeight = 0.5;

/** The parameters that the slipping score asks: BG/NBD under the shop prior. */
export function fitSteady(pasts: Pasts, start?: MixtureParams): MixtureParams {
  return fitMixture(pasts, {
    departure: 'BG',
    ks: [1],
    prior: shopPrior,
    leastFirst: 0,
    ...(start === undefined ? {} : { start }),
  }).params;
}

/** Everybody's silence at `now` with at least three gaps, whether late or not. `steady` comes from `fitSteady`. */
export function silencesAt(
  comings: Comings,
  {
    now,
    steady,
    fadeWeeks,
  }: { readonly now: number; readonly steady: MixtureParams; readonly fadeWeeks: number },
): readonly Silence[] {
  const pasts = pastsAt(comings, now);
  const mixture = mixtureOf(steady, mostRepeatsIn(pasts));
  const silences: Silence[] = [];
  for (let index = 0; index < pasts.size; index += 1) {
    if ((pasts.repeats[index] ?? 0) >= fewestGaps)
      silences.push(silenceOf(comings, { pasts, index, mixture, now, fadeWeeks }));
  }
  return silences;
}

interface Asked {
  readonly pasts: Pasts;
  readonly index: number;
  readonly mixture: Mixture;
  readonly now: number;
  readonly fadeWeeks: number;
}

function silenceOf(comings: Comings, { pasts, index, mixture, now, fadeWeeks }: Asked): Silence {
  const who = pasts.who[index] ?? 0;
  const times = comings[who] ?? new Float64Array();
  const gaps = gapsUntil(times, now);
  const elapsed = (pasts.age[index] ?? 0) - (pasts.last[index] ?? 0);
  const medianGap = middle(gaps);
  const late = elapsed / medianGap;
  const ahead = fadedPast(times, { now, fadeWeeks, weeks: gapsToReturn * medianGap });
  const returning = outlookOf(mixture, pasts, { index, ahead }).more[0] ?? 0;
  const half = Math.max(1, gaps.length >> 1);
  return {
    who,
    now,
    elapsed,
    medianGap,
    late,
    gaps: gaps.length,
    shorter: gaps.filter((gap) => gap <= elapsed).length / gaps.length,
    lastGap: (gaps[gaps.length - 1] ?? medianGap) / medianGap,
    trend: Math.log(middle(gaps.subarray(half)) / middle(gaps.subarray(0, half))),
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

function middle(values: Float64Array): number {
  const sorted = values.toSorted();
  const half = sorted.length >> 1;
  const above = sorted[half] ?? 1;
  return sorted.length % 2 === 1 ? above : (above + (sorted[half - 1] ?? above)) / 2;
}
