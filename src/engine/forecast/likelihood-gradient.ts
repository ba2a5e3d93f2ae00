// The mixture's log-likelihood with its gradient, written out by hand: one pass instead of thirteen
// makes a fit short enough for an idle moment on a tablet. The tests compare it with the plain
// formulas of cnbd.ts and with finite differences.

import { elementAt } from '#engine/math/linear-solve.ts';
import { logAddExp } from '#engine/math/log-sum-exp.ts';
import { cnbdOf, runningSums, type Cnbd } from './cnbd.ts';
import { maxRepeatsIn, type MixtureParams } from './mixture.ts';
import type { RfmTable } from './recency-frequency.ts';

export interface LikelihoodGradient {
  readonly logLikelihood: number;
  /** Gradient by ln r, ln alpha, ln a and ln b. */
  readonly byShape: Float64Array;
  /** Gradient by each part's weight. */
  readonly byWeight: Float64Array;
}

/** Five numbers a person: the log-likelihood of one part, and its slope by ln r, alpha, a and b. */
type PartTerms = Float64Array;

const stride = 5;

/** The likelihood of `rfm` as a function of the parameters of a mixture over `ks`. */
export function likelihoodGradient(
  rfm: RfmTable,
  ks: readonly number[],
): (params: MixtureParams) => LikelihoodGradient {
  const maxRepeats = maxRepeatsIn(rfm);
  const terms = ks.map(() => new Float64Array(rfm.size * stride));
  return (params) => {
    params.parts.forEach(({ k }, index) => {
      const part = cnbdOf({ ...params, k, alpha: params.alpha / k }, maxRepeats);
      const into = terms[index];
      if (into !== undefined)
        writeTerms(into, part, { rfm, tables: slopeTables(part, maxRepeats) });
    });
    return gathered(terms, params, rfm);
  };
}

function gathered(
  terms: readonly PartTerms[],
  { parts }: MixtureParams,
  rfm: RfmTable,
): LikelihoodGradient {
  const byShape = new Float64Array(4);
  const byWeight = new Float64Array(parts.length);
  const weights = Float64Array.from(parts, ({ weight }) => weight);
  let logLikelihood = 0;
  for (let index = 0; index < rfm.size; index += 1) {
    const count = elementAt(rfm.counts, index);
    const at = index * stride;
    let whole = Number.NEGATIVE_INFINITY;
    terms.forEach((part, position) => {
      whole = logAddExp(whole, Math.log(elementAt(weights, position)) + elementAt(part, at));
    });
    logLikelihood += count * whole;
    terms.forEach((part, position) => {
      const lift = count * Math.exp(elementAt(part, at) - whole);
      byWeight[position] = elementAt(byWeight, position) + lift;
      addShare(byShape, part, { at, share: lift * elementAt(weights, position) });
    });
  }
  return { logLikelihood, byShape, byWeight };
}

function addShare(
  byShape: Float64Array,
  part: PartTerms,
  { at, share }: { readonly at: number; readonly share: number },
): void {
  for (let shape = 0; shape < 4; shape += 1)
    byShape[shape] = elementAt(byShape, shape) + share * elementAt(part, at + shape + 1);
}

/** Slopes of the sums of logarithms in `Cnbd`, by the number of visits. */
interface SlopeTables {
  readonly risenByR: Float64Array;
  readonly leftByA: Float64Array;
  readonly leftByB: Float64Array;
  readonly stayedByA: Float64Array;
  readonly stayedByB: Float64Array;
}

function slopeTables({ departure, k, r, a, b }: Cnbd, maxRepeats: number): SlopeTables {
  const first = departure === 'MBG' ? 1 : 0;
  const oneOver = (from: number) => runningSums(maxRepeats + 1, (step) => 1 / (from + step));
  const [ofB, ofStay, ofLeave] = [oneOver(b), oneOver(a + b), oneOver(a + b + 1)];
  const tables = {
    risenByR: runningSums(k * maxRepeats, (step) => 1 / (r + step)),
    leftByA: new Float64Array(maxRepeats + 1),
    leftByB: new Float64Array(maxRepeats + 1),
    stayedByA: new Float64Array(maxRepeats + 1),
    stayedByB: new Float64Array(maxRepeats + 1),
  };
  for (let x = 0; x <= maxRepeats; x += 1) {
    const stays = x + first;
    tables.stayedByA[x] = -(ofStay[stays] ?? 0);
    tables.stayedByB[x] = (ofB[stays] ?? 0) - (ofStay[stays] ?? 0);
    const before = Math.max(0, stays - 1);
    tables.leftByA[x] = 1 / a - 1 / (a + b) - (ofLeave[before] ?? 0);
    tables.leftByB[x] = (ofB[before] ?? 0) - (ofLeave[before] ?? 0) - 1 / (a + b);
  }
  return tables;
}

function writeTerms(
  into: PartTerms,
  part: Cnbd,
  { rfm, tables }: { readonly rfm: RfmTable; readonly tables: SlopeTables },
): void {
  const { k, r, alpha, a, b } = part;
  for (let index = 0; index < rfm.size; index += 1) {
    const x = elementAt(rfm.repeats, index);
    const shape = r + k * x;
    const toLast = alpha + elementAt(rfm.last, index);
    const toNow = alpha + elementAt(rfm.age, index);
    const wait = Math.max(0, toNow - toLast) / toNow;
    const [logStages, stagesByShape, stagesByWait] = stageSlopes(k, shape, wait);
    const logToLast = Math.log(toLast);
    const logToNow = Math.log(toNow);
    const gone = elementAt(part.left, x) - shape * logToLast;
    const here = elementAt(part.stayed, x) - shape * logToNow + logStages;
    const either = logAddExp(gone, here);
    const g = Math.exp(gone - either);
    const h = 1 - g;
    const at = index * stride;
    into[at] =
      elementAt(part.risen, k * x) +
      r * part.logAlpha +
      (k - 1) * elementAt(rfm.logGaps, index) -
      x * part.logStageOrder +
      either;
    const byR = elementAt(tables.risenByR, k * x) + part.logAlpha;
    into[at + 1] = r * (byR - g * logToLast + h * (stagesByShape - logToNow));
    into[at + 2] = r - alpha * ((g * shape) / toLast + (h * (shape + stagesByWait)) / toNow);
    into[at + 3] = a * (g * elementAt(tables.leftByA, x) + h * elementAt(tables.stayedByA, x));
    into[at + 4] = b * (g * elementAt(tables.leftByB, x) + h * elementAt(tables.stayedByB, x));
  }
}

/** ln of the stage sum, its slope by the shape, and by ln of the share waited. */
function stageSlopes(k: number, shape: number, wait: number): readonly [number, number, number] {
  if (k === 1) return oneStage;
  let term = 1;
  let termByShape = 0;
  let sum = 1;
  let sumByShape = 0;
  let sumByWait = 0;
  for (let stage = 1; stage < k; stage += 1) {
    termByShape += 1 / (shape + stage - 1);
    term *= ((shape + stage - 1) * wait) / stage;
    sum += term;
    sumByShape += term * termByShape;
    sumByWait += stage * term;
  }
  return [Math.log(sum), sumByShape / sum, sumByWait / sum];
}

const oneStage: readonly [number, number, number] = [0, 0, 0];
