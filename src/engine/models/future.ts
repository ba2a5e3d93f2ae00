// How many visits somebody will make in the weeks to come, as a whole distribution. Exact for any whole k and without the
// hypergeometric function that the papers need (it overflows for frequent customers): the stages still to come are negative binomial, and
// n visits ask for n·k stages and for n−1 decisions to stay.

import { stagesPassed, type Cnbd } from './cnbd.ts';
import type { Pasts } from './past.ts';

/** Chances below this are left out of the sums (the error of an expectation stays below 1e-8). */
const negligible = 1e-10;
/** Stages and parts rarer than this are not followed (the error of an expectation stays below 1e-6 of a visit). */
const tooRare = 1e-8;
/** More visits than anybody makes within the longest horizon, against endless sums under absurd parameters. */
const mostVisits = 20_000;

/** Over how many weeks to look, and what is known of the rate: all visits and weeks, or those that forgetting leaves. */
export interface Ahead {
  readonly weeks: number;
  readonly rateRepeats: number;
  readonly rateAge: number;
}

/**
 * Adds to `more` the chances of at least 1, 2, 3 … visits (element n−1 is "at least n") of a customer who has not left,
 * each multiplied by `share`. `more` grows as needed.
 */
export function addChances(
  more: number[],
  model: Cnbd,
  {
    pasts,
    index,
    ahead,
    share,
  }: {
    readonly pasts: Pasts;
    readonly index: number;
    readonly ahead: Ahead;
    readonly share: number;
  },
): void {
  const stages = stagesPassed(model, pasts, index);
  const x = pasts.repeats[index] ?? 0;
  const stayB = model.b + x + (model.departure === 'MBG' ? 1 : 0);
  for (let passed = 0; passed < model.k; passed += 1) {
    const weight = share * (stages[passed] ?? 0);
    if (weight > tooRare) addStageChances(more, { model, passed, weight, stayB, ahead });
  }
}

interface StageChances {
  readonly model: Cnbd;
  readonly passed: number;
  readonly weight: number;
  readonly stayB: number;
  readonly ahead: Ahead;
}

function addStageChances(
  more: number[],
  { model, passed, weight, stayB, ahead }: StageChances,
): void {
  const shape = model.r + model.k * ahead.rateRepeats + passed;
  const stop = negligible / weight;
  const known = model.alpha + ahead.rateAge;
  const stages = stageCounts(shape, known / (known + ahead.weeks));
  let stays = 1;
  for (let visits = 1; visits <= mostVisits; visits += 1) {
    const chance = stays * stages.atLeast(visits * model.k - passed);
    if (chance < stop) return;
    more[visits - 1] = (more[visits - 1] ?? 0) + weight * chance;
    stays *= (stayB + visits - 1) / (model.a + stayB + visits - 1);
  }
}

interface StageCounts {
  /** P(M ≥ count); to be asked with rising counts only. */
  readonly atLeast: (count: number) => number;
}

/** A negative binomial count by upward recursion. In logarithms until its terms are numbers that a double can hold. */
function stageCounts(shape: number, q: number): StageCounts {
  let next = 0;
  let below = 0;
  let logTerm = shape * Math.log(q);
  let term = logTerm > smallestLog ? Math.exp(logTerm) : 0;
  function step(): void {
    below += term;
    const ratio = ((shape + next) / (next + 1)) * (1 - q);
    next += 1;
    if (logTerm > smallestLog) term *= ratio;
    else {
      logTerm += Math.log(ratio);
      term = logTerm > smallestLog ? Math.exp(logTerm) : 0;
    }
  }
  return {
    atLeast: (count) => {
      while (next < count) step();
      return Math.max(0, 1 - below);
    },
  };
}

const smallestLog = -600;
