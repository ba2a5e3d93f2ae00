// How somebody comes back, from their own gaps alone. Only the latest gaps count, for people
// change; medians and quartiles, so that one holiday does not move them.

import { quantileOfSorted } from '#lib/statistics.ts';

/** A person's own interval: calendar days for texts, open days for decisions. */
export interface VisitInterval {
  /** All own gaps that are known one by one. */
  readonly gaps: number;
  /** Median of the latest gaps in calendar days, to the half day. */
  readonly medianDays: number;
  /** Their mean, which counts the long ones too: for sums, never for texts about one gap. */
  readonly meanDays: number;
  /** Calendar days that three in four of the latest gaps do not exceed. */
  readonly mostlyDays: number;
  /** Median and quartile range of the latest gaps in open days. */
  readonly medianOpenDays: number;
  readonly interquartileOpenDays: number;
  /** The last six gaps in calendar days, oldest first: few enough to be checked by eye. */
  readonly latestGaps: readonly number[];
}

/** About half a year of a weekly customer (10–40). */
export const intervalGaps = 26;

const latestGaps = 6;
const mostlyShare = 0.75;
/** "Nearly every day" is a median gap below this, and needs six gaps: four days are a visit. */
const dailyBelow = 1.5;

/** Whether there are gaps enough for a rhythm so quick: a daily one needs a week of days. */
export function hasEnoughDays({ medianDays, gaps }: VisitInterval): boolean {
  return medianDays >= dailyBelow || gaps >= latestGaps;
}

/** The interval of visit days with the open-day gaps between them; null without a gap. */
export function visitIntervalOf(days: Int32Array, openGaps: Int32Array): VisitInterval | null {
  const count = Math.min(intervalGaps, openGaps.length);
  if (count === 0) return null;
  const from = openGaps.length - count;
  for (let index = 0; index < count; index += 1)
    scratch[index] = (days[from + index + 1] ?? 0) - (days[from + index] ?? 0);
  const latest = latestOf(scratch, count);
  insertionSort(scratch, count);
  const typicalDays = Math.round(2 * quantileOfSorted(scratch, 0.5, count)) / 2;
  const mostlyDays = scratch[Math.ceil(mostlyShare * count) - 1] ?? 0;
  for (let index = 0; index < count; index += 1) scratch[index] = openGaps[from + index] ?? 0;
  insertionSort(scratch, count);
  return {
    gaps: openGaps.length,
    medianDays: typicalDays,
    meanDays: ((days[days.length - 1] ?? 0) - (days[from] ?? 0)) / count,
    mostlyDays,
    medianOpenDays: quantileOfSorted(scratch, 0.5, count),
    interquartileOpenDays:
      quantileOfSorted(scratch, 0.75, count) - quantileOfSorted(scratch, 0.25, count),
    latestGaps: latest,
  };
}

// One buffer for everybody: in a large shop twenty thousand small arrays cost more than the
// sorting.
const scratch = new Int32Array(intervalGaps);

function latestOf(gaps: Int32Array, count: number): readonly number[] {
  const latest: number[] = [];
  for (let index = Math.max(0, count - latestGaps); index < count; index += 1)
    latest.push(gaps[index] ?? 0);
  return latest;
}

// By insertion, for there are 26 at most.
function insertionSort(values: Int32Array, count: number): void {
  for (let index = 1; index < count; index += 1) {
    const value = values[index] ?? 0;
    let free = index;
    for (; free > 0 && (values[free - 1] ?? 0) > value; free -= 1)
      values[free] = values[free - 1] ?? 0;
    values[free] = value;
  }
}
