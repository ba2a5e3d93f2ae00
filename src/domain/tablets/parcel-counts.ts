// Each tablet numbers its parcels 1, 2, 3 …, and everybody holds them without gaps from the first
// one kept: what somebody knows is thus one number for each tablet.

/** Where a parcel is found. */
export interface ParcelName {
  readonly tablet: string;
  readonly number: number;
}

/** The number of the last parcel of each tablet, by the tablet's id; 0 where it is missing. */
export type ParcelCounts = Readonly<Record<string, number>>;

export function countOf(counts: ParcelCounts, tablet: string): number {
  return Object.hasOwn(counts, tablet) ? (counts[tablet] ?? 0) : 0;
}

/** How many parcels `some` lacks of those that `others` have. */
export function missingCount(some: ParcelCounts, others: ParcelCounts): number {
  return Object.entries(others).reduce(
    (sum, [tablet, count]) => sum + Math.max(0, count - countOf(some, tablet)),
    0,
  );
}

export function withCount(counts: ParcelCounts, tablet: string, count: number): ParcelCounts {
  return { ...counts, [tablet]: Math.max(count, countOf(counts, tablet)) };
}
