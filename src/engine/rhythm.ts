// How somebody comes back, from their own gaps alone. Only the latest gaps count, for people change; medians and quartiles,
// for one holiday must not move them.

/** A person's own rhythm. Gaps are counted in calendar days for words and in open days for decisions. */
export interface Rhythm {
  /** All own gaps that are known one by one. */
  readonly gaps: number;
  /** Median of the latest gaps in calendar days, to the half day. */
  readonly typicalDays: number;
  /** Median and quartile range of the latest gaps in open days. */
  readonly typicalOpen: number;
  readonly rangeOpen: number;
  /** The very last gaps in calendar days, oldest first, at most six: few enough to be checked by eye. */
  readonly latest: readonly number[];
}

/** So many of the latest gaps make the rhythm: about half a year of a weekly customer. Range 10–40. */
export const rhythmGaps = 26;

const latestGaps = 6;

/** The rhythm of visit days (day numbers in order) with the open-day gaps between them; null when there is no gap yet. */
export function rhythmOf(days: Int32Array, openGaps: Int32Array): Rhythm | null {
  if (openGaps.length === 0) return null;
  const calendarGaps = calendarGapsOf(days);
  const recentOpen = openGaps.slice(-rhythmGaps).toSorted();
  return {
    gaps: openGaps.length,
    typicalDays: Math.round(2 * quantileOfSorted(calendarGaps.toSorted(), 0.5)) / 2,
    typicalOpen: quantileOfSorted(recentOpen, 0.5),
    rangeOpen: quantileOfSorted(recentOpen, 0.75) - quantileOfSorted(recentOpen, 0.25),
    latest: Array.from(calendarGaps.slice(-latestGaps)),
  };
}

/** The `share` quantile (0–1) of numbers already in order, linear between neighbours; 0 when there are none. */
export function quantileOfSorted(sorted: Int32Array | readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

function calendarGapsOf(days: Int32Array): Int32Array {
  const from = Math.max(0, days.length - 1 - rhythmGaps);
  const gaps = new Int32Array(days.length - 1 - from);
  for (let index = 0; index < gaps.length; index += 1) {
    gaps[index] = (days[from + index + 1] ?? 0) - (days[from + index] ?? 0);
  }
  return gaps;
}
