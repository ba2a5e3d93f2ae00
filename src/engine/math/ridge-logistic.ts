// Logistic regression with a ridge towards a prior centre (le Cessie and van Houwelingen 1992), for
// a few hundred overlapping cases. Some coefficients may be kept from being negative, so that a law
// ("longer is never better") holds whatever the data say.

import { logistic } from './log-sum-exp.ts';
import { dot, solvePositive } from './linear-solve.ts';

export interface RidgeLogisticProblem {
  /** One row a case, all of the same length; a constant 1 is not added. */
  readonly rows: readonly Float64Array[];
  readonly labels: readonly boolean[];
  /** Where each coefficient is drawn to, and how strongly (0 leaves it free; 1–1000). */
  readonly centre: Float64Array;
  readonly strength: Float64Array;
  /** Coefficients that must not be negative. */
  readonly positive: readonly number[];
}

const maxSteps = 60;
const minStep = 1e-7;

/**
 * The coefficients. One that would turn negative against its rule is fixed at 0, and the others are
 * fitted again.
 */
export function ridgeLogistic(problem: RidgeLogisticProblem): Float64Array {
  const fixed = new Set<number>();
  for (;;) {
    const found = newton(problem, fixed);
    const against = problem.positive.filter((index) => (found[index] ?? 0) < 0);
    if (against.length === 0) return found;
    for (const index of against) fixed.add(index);
  }
}

/** Damped Newton: a step is halved until the cost falls, for plain Newton diverges on the logit. */
function newton(problem: RidgeLogisticProblem, fixed: ReadonlySet<number>): Float64Array {
  let at = Float64Array.from(problem.centre, (part, index) => (fixed.has(index) ? 0 : part));
  let cost = costAt(problem, at);
  for (let step = 0; step < maxSteps; step += 1) {
    const move = newtonMove(problem, at, fixed);
    if (move === undefined) return at;
    let share = 1;
    let next = moved(at, move, share);
    while (costAt(problem, next) > cost && share > 1e-9) {
      share /= 2;
      next = moved(at, move, share);
    }
    const reached = costAt(problem, next);
    if (!(reached < cost)) return at;
    const size = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0) * share;
    at = next;
    cost = reached;
    if (size < minStep) return at;
  }
  return at;
}

function newtonMove(
  { rows, labels, centre, strength }: RidgeLogisticProblem,
  at: Float64Array,
  fixed: ReadonlySet<number>,
): Float64Array | undefined {
  const size = at.length;
  const slope = new Float64Array(size);
  const curve = new Float64Array(size * size);
  rows.forEach((row, index) => {
    const chance = logistic(dot(row, at));
    const error = chance - (labels[index] === true ? 1 : 0);
    const weight = chance * (1 - chance);
    for (let i = 0; i < size; i += 1) {
      const part = row[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + error * part;
      for (let j = 0; j <= i; j += 1)
        curve[i * size + j] = (curve[i * size + j] ?? 0) + weight * part * (row[j] ?? 0);
    }
  });
  for (let i = 0; i < size; i += 1) {
    const pull = (strength[i] ?? 0) + 1e-9;
    slope[i] = (slope[i] ?? 0) + pull * ((at[i] ?? 0) - (centre[i] ?? 0));
    curve[i * size + i] = (curve[i * size + i] ?? 0) + pull;
  }
  for (const position of fixed) fixCoefficient(slope, curve, position);
  const move = solvePositive(curve, slope);
  return move?.map((part) => -part);
}

function fixCoefficient(slope: Float64Array, curve: Float64Array, index: number): void {
  const size = slope.length;
  slope[index] = 0;
  for (let other = 0; other < size; other += 1) {
    curve[index * size + other] = 0;
    curve[other * size + index] = 0;
  }
  curve[index * size + index] = 1;
}

function costAt(
  { rows, labels, centre, strength }: RidgeLogisticProblem,
  at: Float64Array,
): number {
  let cost = 0;
  rows.forEach((row, index) => {
    const side = dot(row, at) * (labels[index] === true ? 1 : -1);
    cost += side > 0 ? Math.log1p(Math.exp(-side)) : Math.log1p(Math.exp(side)) - side;
  });
  at.forEach((part, position) => {
    cost += ((strength[position] ?? 0) * (part - (centre[position] ?? 0)) ** 2) / 2;
  });
  return cost;
}

function moved(at: Float64Array, move: Float64Array, share: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(at, (part, index) => part + share * (move[index] ?? 0));
}
