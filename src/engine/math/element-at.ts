// Reads a column where the index is known to exist: writing the impossible case out each time would
// hide the formula.

/** The number at `index`; 0 outside the column. */
export function elementAt(values: ArrayLike<number> | undefined, index: number): number {
  return values?.[index] ?? 0;
}
