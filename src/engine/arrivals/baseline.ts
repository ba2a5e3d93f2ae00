// What is usual in the whole shop, towards which a person's few visits are drawn: its hours, its
// weekdays, and after how many of their own gaps people come again. Summed person by person, so
// that a large shop can be read in portions.

import { weekdayOfNumber } from '#lib/day.ts';
import { medianOf } from '#lib/statistics.ts';
import { minutesOfDay, epochMinuteAt, type ArrivalTimes } from './visit-times.ts';

/** The shop's habits. */
export interface ShopBaseline {
  /** Mean kernel weight of a visit at each ten minutes of the day; empty where no time is known. */
  readonly hours: Float64Array;
  /** Share of visits by weekday, Monday first. */
  readonly weekdays: Float64Array;
  /** Visits per own gap of waiting, by bin of own gaps waited. */
  readonly hazards: Float64Array;
  /** The shop's typical gap in days. */
  readonly gapDays: number;
}

/** The running sums behind a baseline. Only `addToBaseline` changes them. */
export interface BaselineSums {
  readonly gapDays: number;
  readonly slots: Float64Array;
  readonly weekdays: Float64Array;
  readonly arrivals: Float64Array;
  readonly waited: Float64Array;
}

/** How many of somebody's visits lay before `epochMinute`. */
export interface VisitsUntil {
  readonly count: number;
  readonly epochMinute: number;
}

export const baselineSlotMinutes = 10;
const slots = minutesOfDay / baselineSlotMinutes;
/** Upper edges of the bins of own gaps waited; the last bin is open. */
const hazardEdges: readonly number[] = [0.03, 0.12, 0.3, 0.6, 0.85, 1.2, 1.8, 3, 6, 12];
export const hazardBins = hazardEdges.length + 1;
const defaultGapDays = 14;
const minShare = 1e-3;

/** Gaussian kernel of one hour, by the distance in minutes on the ring of the day. */
export const kernel = Float64Array.from({ length: minutesOfDay }, (_, minutes) =>
  Math.exp(-((Math.min(minutes, minutesOfDay - minutes) / 60) ** 2) / 2),
);

/** Median of people's mean gaps in days over their first `countOf` visits; 14 before any gap. */
export function shopGapDays(
  everybody: readonly ArrivalTimes[],
  countOf: (who: number) => number,
): number {
  const gaps: number[] = [];
  everybody.forEach((times, who) => {
    const count = countOf(who);
    const visits = count + times.older;
    if (count > 0 && visits > 1)
      gaps.push((epochMinuteAt(times, count - 1) - times.first) / minutesOfDay / (visits - 1));
  });
  return Math.max(0.25, medianOf(gaps) ?? defaultGapDays);
}

/** Empty sums for a shop with this typical gap. */
export function emptyBaseline(gapDays: number): BaselineSums {
  return {
    gapDays,
    slots: new Float64Array(slots),
    weekdays: new Float64Array(7),
    // One visit in one own gap: what knowing nothing says.
    arrivals: new Float64Array(hazardBins).fill(1),
    waited: new Float64Array(hazardBins).fill(1),
  };
}

/** Adds one person's first `count` visits, and the wait from the last of them to `epochMinute`. */
export function addToBaseline(
  sums: BaselineSums,
  times: ArrivalTimes,
  { count, epochMinute }: VisitsUntil,
): void {
  const { arrivals, waited, weekdays } = sums;
  const gap = ownGap(times, count, sums.gapDays) * minutesOfDay;
  for (let index = 0; index < count; index += 1) {
    const minute = times.minutes[index] ?? -1;
    if (minute >= 0) add(sums.slots, Math.floor(minute / baselineSlotMinutes));
    add(weekdays, weekdayOfNumber(times.days[index] ?? 0) - 1);
    const isLast = index + 1 === count;
    const until = isLast ? epochMinute : epochMinuteAt(times, index + 1);
    const gaps = (until - epochMinuteAt(times, index)) / gap;
    addWaiting(waited, gaps);
    if (!isLast) add(arrivals, hazardBin(gaps));
  }
}

/** The baseline of these sums. */
export function baselineFrom({
  gapDays,
  slots: bySlot,
  weekdays,
  arrivals,
  waited,
}: BaselineSums): ShopBaseline {
  const timed = bySlot.reduce((sum, count) => sum + count, 0);
  const visits = weekdays.reduce((sum, count) => sum + count, 0);
  return {
    hours: timed === 0 ? new Float64Array() : smoothed(bySlot, timed),
    weekdays: weekdays.map((count) => Math.max(minShare, count / Math.max(1, visits))),
    hazards: arrivals.map((count, bin) => count / (waited[bin] ?? 1)),
    gapDays,
  };
}

/** A person's mean gap in days from their first `count` visits, drawn to the shop's by one gap. */
export function ownGap(times: ArrivalTimes, count: number, gapDays: number): number {
  if (count === 0) return gapDays;
  return (
    ((epochMinuteAt(times, count - 1) - times.first) / minutesOfDay + gapDays) /
    (count + times.older)
  );
}

/** The bin of so many own gaps waited. */
export function hazardBin(gaps: number): number {
  let bin = 0;
  while (bin < hazardEdges.length && gaps >= (hazardEdges[bin] ?? 0)) bin += 1;
  return bin;
}

// Beyond twice the last edge, a longer wait says nothing more about who comes now.
function addWaiting(waited: Float64Array, gaps: number): void {
  let from = 0;
  for (let bin = 0; bin < hazardBins && gaps > from; bin += 1) {
    const to = hazardEdges[bin] ?? 24;
    add(waited, bin, Math.min(gaps, to) - from);
    from = to;
  }
}

function smoothed(bySlot: Float64Array, visits: number): Float64Array {
  return bySlot.map((_, slot) => {
    let sum = 0;
    bySlot.forEach((count, other) => {
      sum += count * (kernel[Math.abs(slot - other) * baselineSlotMinutes] ?? 0);
    });
    return Math.max(minShare, sum / visits);
  });
}

function add(sums: Float64Array, index: number, value = 1): void {
  sums[index] = (sums[index] ?? 0) + value;
}
