// Reads a column of numbers at a place that is known to exist, where writing the impossible case
// out each time would hide the formula.

/** The number at `index`; 0 outside the column. */
export function elementAt(values: ArrayLike<number> | undefined, index: number): number {
  return values?.[index] ?? 0;
}
