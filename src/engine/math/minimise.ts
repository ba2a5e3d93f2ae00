// Minimises a smooth function of few parameters: BFGS (Nocedal and Wright 2006, algorithm 6.1) with
// a backtracking line search. The likelihoods here have four to six parameters and need some thirty
// steps.

import { dot } from './linear-solve.ts';

export interface MinimiseOptions {
  /** Steps at most (20–500). */
  readonly maxSteps: number;
  /** Ends when the largest part of the slope is below this (1e-8–1e-2). */
  readonly gradientTolerance: number;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly steps: number;
}

/** Gives the function's value at a point and writes its slope there into `slope`. */
export type Differentiable = (at: Float64Array, slope: Float64Array) => number;

const defaults: MinimiseOptions = { maxSteps: 200, gradientTolerance: 1e-4 };
const maxStep = 2;

/** The minimum near `start`. A point where the function is NaN or infinite is a wall. */
export function minimise(target: Differentiable, start: Float64Array, options = defaults): Minimum {
  let here = evaluated(target, Float64Array.from(start));
  let inverse = identity(start.length);
  let steps = 0;
  while (steps < options.maxSteps && largest(here.slope) > options.gradientTolerance) {
    steps += 1;
    const next = lineSearch(target, here, descentDirection(inverse, here.slope));
    if (next !== undefined) {
      inverse = bfgsUpdate(inverse, minus(next.at, here.at), minus(next.slope, here.slope));
      here = next;
    } else if (isIdentity(inverse)) break;
    else inverse = identity(start.length);
  }
  return { at: here.at, value: here.value, steps };
}

interface Evaluated {
  readonly at: Float64Array;
  readonly value: number;
  readonly slope: Float64Array;
}

function evaluated(target: Differentiable, at: Float64Array): Evaluated {
  const slope = new Float64Array(at.length);
  return { at, value: target(at, slope), slope };
}

/** The first point along the direction that is low enough (Armijo), or undefined. */
function lineSearch(
  target: Differentiable,
  { at, value, slope }: Evaluated,
  direction: Float64Array,
): Evaluated | undefined {
  const falls = dot(slope, direction);
  let share = Math.min(1, maxStep / Math.max(1e-300, largest(direction)));
  for (let halving = 0; halving < 40; halving += 1) {
    const next = evaluated(
      target,
      at.map((part, index) => part + share * (direction[index] ?? 0)),
    );
    if (next.value < value && next.value <= value + 1e-4 * share * falls) return next;
    share /= 2;
  }
  return undefined;
}

/** The direction −H·slope, or straight down the slope when that does not descend. */
function descentDirection(inverse: readonly Float64Array[], slope: Float64Array): Float64Array {
  const direction = Float64Array.from(inverse, (row) => -dot(row, slope));
  return dot(direction, slope) < 0 ? direction : slope.map((part) => -part);
}

/** The inverse curvature after a step; unchanged where the function is not convex there. */
function bfgsUpdate(
  inverse: readonly Float64Array[],
  step: Float64Array,
  change: Float64Array,
): Float64Array[] {
  const along = dot(step, change);
  if (!(along > 1e-12)) return inverse.map((row) => Float64Array.from(row));
  const isFirst = isIdentity(inverse);
  // The first step sets the scale of the curvature (Nocedal and Wright, 6.20).
  const base = isFirst ? scaled(inverse, along / dot(change, change)) : inverse;
  const turned = Float64Array.from(base, (row) => dot(row, change));
  const stretch = (along + dot(change, turned)) / along ** 2;
  return base.map((row, i) =>
    row.map(
      (part, j) =>
        part +
        stretch * (step[i] ?? 0) * (step[j] ?? 0) -
        ((turned[i] ?? 0) * (step[j] ?? 0) + (step[i] ?? 0) * (turned[j] ?? 0)) / along,
    ),
  );
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_unused, j) => (i === j ? 1 : 0)),
  );
}

function isIdentity(matrix: readonly Float64Array[]): boolean {
  return matrix.every((row, i) => row.every((part, j) => part === (i === j ? 1 : 0)));
}

function scaled(matrix: readonly Float64Array[], by: number): Float64Array[] {
  return matrix.map((row) => row.map((part) => part * by));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((part, index) => part - (b[index] ?? 0));
}

function largest(values: Float64Array): number {
  return values.reduce((high, value) => Math.max(high, Math.abs(value)), 0);
}
