// Slopes by central differences, for functions whose slope nobody has written out.
import type { Differentiable } from '#engine/math/minimise.ts';

/** About the cube root of the precision of a double: the best step for central differences. */
const differenceStep = 6e-6;

/** A function without a slope of its own, made ready for `minimise`. */
export function withFiniteDifferences(plain: (at: Float64Array) => number): Differentiable {
  return (at, slope) => {
    const probe = Float64Array.from(at);
    at.forEach((part, index) => {
      const step = differenceStep * Math.max(1, Math.abs(part));
      probe[index] = part + step;
      const above = plain(probe);
      probe[index] = part - step;
      slope[index] = (above - plain(probe)) / (2 * step);
      probe[index] = part;
    });
    return plain(at);
  };
}
