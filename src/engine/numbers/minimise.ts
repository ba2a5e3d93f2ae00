// The lowest point of a smooth function of few numbers: BFGS (Nocedal and Wright 2006, algorithm 6.1) with central differences and a
// backtracking search. Our likelihoods have four to six parameters, where this needs some thirty steps; it knows nothing of shops.

export interface MinimiseOptions {
  /** Steps at most (20–500). */
  readonly maxSteps: number;
  /** The search ends when the slope's largest part is below this (1e-8–1e-2, in units of the function). */
  readonly slopeBelow: number;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly steps: number;
}

type Target = (at: Float64Array) => number;

const defaults: MinimiseOptions = { maxSteps: 200, slopeBelow: 1e-4 };
/** About the cube root of the precision of a double: the best step for central differences. */
const reach = 6e-6;
const longestStep = 2;

/** The minimum near `start`. A target that gives NaN or infinity at a trial point is read as a wall there. */
export function minimise(target: Target, start: Float64Array, options = defaults): Minimum {
  let at = Float64Array.from(start);
  let value = target(at);
  let slope = slopeAt(target, at);
  let inverse = identity(at.length);
  let steps = 0;
  while (steps < options.maxSteps && largest(slope) > options.slopeBelow) {
    steps += 1;
    const direction = downhill(inverse, slope);
    const next = searchAlong(target, { at, value, slope, direction });
    if (next === undefined) {
      if (isIdentity(inverse)) break;
      inverse = identity(at.length);
      continue;
    }
    const nextSlope = slopeAt(target, next.at);
    inverse = curved(inverse, minus(next.at, at), minus(nextSlope, slope));
    ({ at, value } = next);
    slope = nextSlope;
  }
  return { at, value, steps };
}

interface Trial {
  readonly at: Float64Array;
  readonly value: number;
  readonly slope: Float64Array;
  readonly direction: Float64Array;
}

/** The first point along the direction that is low enough (Armijo), or undefined when there is none within rounding. */
function searchAlong(
  target: Target,
  { at, value, slope, direction }: Trial,
): Pick<Trial, 'at' | 'value'> | undefined {
  const falls = dot(slope, direction);
  let share = Math.min(1, longestStep / Math.max(1e-300, largest(direction)));
  for (let halving = 0; halving < 40; halving += 1) {
    const next = at.map((part, index) => part + share * (direction[index] ?? 0));
    const reached = target(next);
    if (reached <= value + 1e-4 * share * falls && reached < value)
      return { at: next, value: reached };
    share /= 2;
  }
  return undefined;
}

function slopeAt(target: Target, at: Float64Array): Float64Array {
  const probe = Float64Array.from(at);
  return at.map((part, index) => {
    const step = reach * Math.max(1, Math.abs(part));
    probe[index] = part + step;
    const above = target(probe);
    probe[index] = part - step;
    const below = target(probe);
    probe[index] = part;
    return (above - below) / (2 * step);
  });
}

/** The direction −H·slope, or straight down the slope when the estimate has lost its way. */
function downhill(inverse: readonly Float64Array[], slope: Float64Array): Float64Array {
  const direction = Float64Array.from(inverse, (row) => -dot(row, slope));
  return dot(direction, slope) < 0 ? direction : slope.map((part) => -part);
}

/** The inverse curvature after a step and the change of slope along it; unchanged where the function is not convex there. */
function curved(
  inverse: readonly Float64Array[],
  step: Float64Array,
  change: Float64Array,
): Float64Array[] {
  const along = dot(step, change);
  if (!(along > 1e-12)) return inverse.map((row) => Float64Array.from(row));
  const isFirst = isIdentity(inverse);
  // The first step says how large the curvature is at all (Nocedal and Wright, 6.20).
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

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, part, index) => sum + part * (b[index] ?? 0), 0);
}

function largest(values: Float64Array): number {
  return values.reduce((high, value) => Math.max(high, Math.abs(value)), 0);
}
