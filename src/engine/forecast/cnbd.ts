// The (M)BG/CNBD-k model of coming and leaving: Platzer and Reutterer 2016 (Marketing Science
// 35:5), Reutterer, Platzer and Schröder 2021 (IJRM 38:1). With k = 1 it is the BG/NBD (Fader,
// Hardie and Lee 2005) and the MBG/NBD (Batislam, Denizel and Filiztekin 2007). A customer's gaps
// are Erlang(k), the sum of k hidden stages: a large k is a steady rhythm. After each visit they
// may leave for good. Everything stays in logarithms as long as it can underflow.

import { logAddExp } from '#engine/math/log-sum-exp.ts';
import type { RfmTable } from './recency-frequency.ts';

/** BG: nobody leaves before a second visit. MBG: the first visit, too, may have been the last. */
export type Departure = 'BG' | 'MBG';

/** One model with its parameters. */
export interface CnbdParams {
  readonly departure: Departure;
  /** Stages between two visits: 1 (irregular) to about 8 (like clockwork). */
  readonly k: number;
  /** Shape of the stage rates over people, .05–20: the smaller, the more people differ. */
  readonly r: number;
  /** Scale of the stage rates in weeks, .05–100: r / alpha is the mean number of stages a week. */
  readonly alpha: number;
  /** Chances to leave after a visit are Beta(a, b) over people, each .05–1000. */
  readonly a: number;
  readonly b: number;
}

/**
 * The parameters with every logarithm that depends on the number of visits alone, up to
 * `maxRepeats`. Ratios of gamma and beta functions over whole steps are sums of logarithms: nothing
 * overflows and no gamma function is needed.
 */
export interface Cnbd extends CnbdParams {
  /** ln Γ(r + n) − ln Γ(r), n = 0 … k·maxRepeats. */
  readonly risen: Float64Array;
  /** ln of the chance to have left right after the last of x repeat visits, and to have stayed. */
  readonly left: Float64Array;
  readonly stayed: Float64Array;
  /** ln α, and ln Γ(k). */
  readonly logAlpha: number;
  readonly logStageOrder: number;
}

/** The model made ready for people with at most `maxRepeats` repeat visits. */
export function cnbdOf(params: CnbdParams, maxRepeats: number): Cnbd {
  const { departure, k, r, alpha, a, b } = params;
  const risen = runningSums(k * maxRepeats, (step) => Math.log(r + step));
  const staying = runningSums(maxRepeats + 1, (step) => Math.log((b + step) / (a + b + step)));
  const leaving = runningSums(maxRepeats, (step) => Math.log((b + step) / (a + b + 1 + step)));
  const first = departure === 'MBG' ? 1 : 0;
  const logLeave = Math.log(a / (a + b));
  return {
    ...params,
    risen,
    stayed: staying.subarray(first, maxRepeats + 1 + first),
    left: Float64Array.from({ length: maxRepeats + 1 }, (_, x) => {
      const stays = x - 1 + first;
      return stays < 0 ? Number.NEGATIVE_INFINITY : logLeave + (leaving[stays] ?? 0);
    }),
    logAlpha: Math.log(alpha),
    logStageOrder: runningSums(k - 1, (step) => Math.log(step + 1))[k - 1] ?? 0,
  };
}

/** ln of the probability of one person's past, with the density of the gaps: comparable over k. */
export function logLikelihoodAt(model: Cnbd, rfm: RfmTable, index: number): number {
  return (
    gapsTerm(model, rfm, index) + logAddExp(logGone(model, rfm, index), logHere(model, rfm, index))
  );
}

/** P(still a customer), 0–1. For k = 1 it never rises while nobody comes. */
export function aliveAt(model: Cnbd, rfm: RfmTable, index: number): number {
  return 1 / (1 + Math.exp(logGone(model, rfm, index) - logHere(model, rfm, index)));
}

/** P(0 … k−1 stages since the last visit), given that they are still a customer. */
export function stagesPassed(model: Cnbd, rfm: RfmTable, index: number): Float64Array {
  const weights = stageTerms(model, rfm, index);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** What everybody's terms share, whether they left or not. */
function gapsTerm(model: Cnbd, rfm: RfmTable, index: number): number {
  const x = rfm.repeats[index] ?? 0;
  return (
    (model.risen[model.k * x] ?? 0) +
    model.r * model.logAlpha +
    (model.k - 1) * (rfm.logGaps[index] ?? 0) -
    x * model.logStageOrder
  );
}

function logGone(model: Cnbd, rfm: RfmTable, index: number): number {
  const x = rfm.repeats[index] ?? 0;
  const last = rfm.last[index] ?? 0;
  return (model.left[x] ?? 0) - (model.r + model.k * x) * Math.log(model.alpha + last);
}

function logHere(model: Cnbd, rfm: RfmTable, index: number): number {
  const x = rfm.repeats[index] ?? 0;
  const age = rfm.age[index] ?? 0;
  return (
    (model.stayed[x] ?? 0) -
    (model.r + model.k * x) * Math.log(model.alpha + age) +
    logStages(model, rfm, index)
  );
}

/** ln Σ of the stage terms; 0 for k = 1, where there is only one. */
function logStages(model: Cnbd, rfm: RfmTable, index: number): number {
  if (model.k === 1) return 0;
  const shape = model.r + model.k * (rfm.repeats[index] ?? 0);
  const share = waitShare(model, rfm, index);
  let term = 1;
  let sum = 1;
  for (let stage = 1; stage < model.k; stage += 1) {
    term *= ((shape + stage - 1) * share) / stage;
    sum += term;
  }
  return Math.log(sum);
}

// Plain products: shape^(k−1) cannot overflow for any number of visits that a person can make.
function stageTerms(model: Cnbd, rfm: RfmTable, index: number): Float64Array {
  const shape = model.r + model.k * (rfm.repeats[index] ?? 0);
  const share = waitShare(model, rfm, index);
  const terms = new Float64Array(model.k).fill(1);
  for (let stage = 1; stage < model.k; stage += 1)
    terms[stage] = ((terms[stage - 1] ?? 0) * (shape + stage - 1) * share) / stage;
  return terms;
}

function waitShare(model: Cnbd, rfm: RfmTable, index: number): number {
  const age = rfm.age[index] ?? 0;
  return Math.max(0, age - (rfm.last[index] ?? 0)) / (model.alpha + age);
}

/** Running sums of `part` over 0, 1, 2 …: element n is the sum of the first n. */
export function runningSums(count: number, part: (step: number) => number): Float64Array {
  const totals = new Float64Array(count + 1);
  for (let step = 0; step < count; step += 1) totals[step + 1] = (totals[step] ?? 0) + part(step);
  return totals;
}
