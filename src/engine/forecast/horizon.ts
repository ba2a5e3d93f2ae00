// How many visits somebody will make in the weeks ahead, as a whole distribution. Exact for any
// whole k, without the hypergeometric function of the papers (it overflows for frequent customers):
// the stages to come are negative binomial, and n visits take n·k stages and n−1 decisions to stay.

import { stagesPassed, type Cnbd } from './cnbd.ts';
import type { RfmTable } from './recency-frequency.ts';

/** Probabilities below this are dropped (the error of an expectation stays below 1e-8). */
const negligible = 1e-10;
/** Stages and parts rarer than this are dropped (the error stays below 1e-6 of a visit). */
const minWeight = 1e-8;
/** Beyond any real horizon: a bound on the sum under absurd parameters. */
const maxVisits = 20_000;

/** Weeks ahead, and the visits and weeks, in full or decayed, that the rate is judged by. */
export interface Horizon {
  readonly weeks: number;
  readonly rateRepeats: number;
  readonly rateAge: number;
}

/**
 * Adds to `more` the probabilities of at least 1, 2, 3 … visits of a customer who has not left,
 * each multiplied by `share` (element n−1 is "at least n"). `more` grows as needed.
 */
export function addChances(
  more: number[],
  model: Cnbd,
  {
    rfm,
    index,
    horizon,
    share,
    maxCount = maxVisits,
  }: {
    readonly rfm: RfmTable;
    readonly index: number;
    readonly horizon: Horizon;
    readonly share: number;
    /** How many visits the caller needs. */
    readonly maxCount?: number;
  },
): void {
  const stages = stagesPassed(model, rfm, index);
  const x = rfm.repeats[index] ?? 0;
  const stayB = model.b + x + (model.departure === 'MBG' ? 1 : 0);
  for (let passed = 0; passed < model.k; passed += 1) {
    const weight = share * (stages[passed] ?? 0);
    if (weight > minWeight)
      addStageChances(more, { model, passed, weight, stayB, horizon, maxCount });
  }
}

interface StageChances {
  readonly model: Cnbd;
  readonly passed: number;
  readonly weight: number;
  readonly stayB: number;
  readonly horizon: Horizon;
  readonly maxCount: number;
}

function addStageChances(
  more: number[],
  { model, passed, weight, stayB, horizon, maxCount }: StageChances,
): void {
  const { k, a } = model;
  const shape = model.r + k * horizon.rateRepeats + passed;
  const known = model.alpha + horizon.rateAge;
  const stop = negligible / weight;
  const stages = firstTerm(shape, horizon.weeks / (known + horizon.weeks));
  let stays = 1;
  for (let visits = 1; visits <= maxCount; visits += 1) {
    advance(stages, visits * k - passed);
    const chance = stays * (1 - stages.below);
    if (!(chance >= stop)) return;
    more[visits - 1] = (more[visits - 1] ?? 0) + weight * chance;
    stays *= (stayB + visits - 1) / (a + stayB + visits - 1);
  }
}

/** A negative binomial count of stages, walked upwards: `below` is P(fewer than `next`). */
interface StageCount {
  readonly shape: number;
  /** P(a stage comes before the horizon ends). */
  readonly on: number;
  next: number;
  below: number;
  term: number;
  logTerm: number;
}

const minLogTerm = -600;

function firstTerm(shape: number, on: number): StageCount {
  const logTerm = shape * Math.log1p(-on);
  return {
    shape,
    on,
    next: 0,
    below: 0,
    logTerm,
    term: logTerm > minLogTerm ? Math.exp(logTerm) : 0,
  };
}

/** Walks to `next = target`, in logarithms until the terms fit into a double. */
function advance(stages: StageCount, target: number): void {
  const { shape, on } = stages;
  for (; stages.next < target; stages.next += 1) {
    const ratio = ((shape + stages.next) / (stages.next + 1)) * on;
    if (stages.logTerm > minLogTerm) {
      stages.below += stages.term;
      stages.term *= ratio;
      continue;
    }
    stages.logTerm += Math.log(ratio);
    if (stages.logTerm > minLogTerm) stages.term = Math.exp(stages.logTerm);
  }
}
