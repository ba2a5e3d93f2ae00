// Chance in words, from a repeatable source, for inventing people.
import type { Random } from '#lib/seeded-random.ts';

/** A repeatable chance. */
export interface RandomSource {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True in `share` of all cases. */
  readonly happens: (share: number) => boolean;
  /** One of several. */
  readonly of: <T>(several: readonly [T, ...T[]]) => T;
}

/** Chance from a source of numbers in [0, 1). */
export function randomSourceFrom(random: Random): RandomSource {
  const whole = (low: number, high: number): number =>
    low + Math.floor(random() * (high - low + 1));
  return {
    whole,
    happens: (share) => random() < share,
    of: (several) => several[whole(0, several.length - 1)] ?? several[0],
  };
}
