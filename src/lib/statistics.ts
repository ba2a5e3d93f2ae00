// Each says what it gives for an empty list, because a new shop is an empty list.

/** 80 % of a normal distribution lie within so many standard deviations of its mean. */
export const normalQuantile90 = 1.2816;

export function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sumOf(values) / values.length;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function medianOf(values: readonly number[]): number | undefined {
  return quantileOf(values, 0.5);
}

/** The `share` quantile (0–1), linear between neighbours (Hyndman and Fan 1996, type 7). */
export function quantileOf(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined;
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    share,
  );
}

/** The same of the first `count` numbers of a column in order; 0 when there are none. */
export function quantileOfSorted(
  sorted: ArrayLike<number>,
  share: number,
  count = sorted.length,
): number {
  const position = (count - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}
