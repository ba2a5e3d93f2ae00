// Random draws of a shape, from a repeatable source. Never for anything real.

import type { Random } from '#lib/seeded-random.ts';

/** A normally distributed number (Box and Muller 1958), mean 0, deviation 1. */
export function normalFrom(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A gamma distributed number with mean 1 and the given shape ≥ 1 (Marsaglia and Tsang 2000). */
export function gammaFrom(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalFrom(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d * (1 - v + Math.log(v)))
      return (d * v) / shape;
  }
}

export function pickOne<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}
