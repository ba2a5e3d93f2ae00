// On which weekday and at which hour somebody usually comes. It counts as a habit only when most of
// the latest visits agree; visits without a known time say nothing about hours.

import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import { weekdayOfNumber, weekdays, type Weekday } from '#lib/day.ts';

/** `times` of the last `of` visit days fell on `weekday`. */
export interface WeekdayHabit {
  readonly weekday: Weekday;
  readonly times: number;
  readonly of: number;
}

/** `times` of the last `of` timed visits began in the two hours from `fromHour` (0–22). */
export interface HourHabit {
  readonly fromHour: number;
  readonly times: number;
  readonly of: number;
}

const latestVisits = 10;
const minVisits = 5;
const shareOfVisits = 0.6;
/** One-sided 5 %, as for rises: of twenty without a habit, one is said to have one. */
const maxLuck = 0.05;

/** Shares of the weekdays, Monday first, if nobody had a habit. */
export type WeekdayShares = readonly number[];

export const evenWeek: WeekdayShares = weekdays.map(() => 1 / weekdays.length);

/**
 * The weekday that six in ten of the last visit days share, more than luck would bring; null below
 * five days. At a stall that stands on Saturdays alone nobody has a habit.
 */
export function weekdayHabitOf(days: Int32Array, shares: WeekdayShares): WeekdayHabit | null {
  const latest = days.subarray(Math.max(0, days.length - latestVisits));
  if (latest.length < minVisits) return null;
  const counts = weekdayCountsOf(latest);
  const times = Math.max(...counts);
  const weekday = weekdays[counts.indexOf(times)] ?? 1;
  const habit = { weekday, times, of: latest.length };
  const isShared = times >= shareOfVisits * latest.length;
  return isShared && isBeyondLuck(habit, shares) ? habit : null;
}

/** How many of the days (day numbers) are Mondays, Tuesdays and so on. */
export function weekdayCountsOf(days: Int32Array): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const day of days) {
    const index = weekdayOfNumber(day) - 1;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Whether some weekday would rarely be as frequent, were each visit on a day of the shop's own. */
export function isBeyondLuck({ times, of }: WeekdayHabit, shares: WeekdayShares): boolean {
  return shares.reduce((sum, share) => sum + binomialTail(times, of, share), 0) <= maxLuck;
}

/** P(at least `times` of `of`), each with the chance `share`. */
function binomialTail(times: number, of: number, share: number): number {
  let chance = 0;
  for (let count = times; count <= of; count += 1)
    chance += choose(of, count) * share ** count * (1 - share) ** (of - count);
  return chance;
}

function choose(of: number, count: number): number {
  let ways = 1;
  for (let index = 1; index <= count; index += 1) ways *= (of - count + index) / index;
  return ways;
}

/**
 * The two hours that six in ten of the last timed visits up to the day number `today` share, or
 * null. At least five are needed.
 */
export function hourHabitOf(history: History, today: number): HourHabit | null {
  const hours = latestHours(history, today);
  if (hours.length < minVisits) return null;
  const counts = new Uint8Array(25);
  for (const hour of hours) counts[hour] = (counts[hour] ?? 0) + 1;
  let best = { fromHour: 0, times: 0, of: hours.length };
  for (let fromHour = 0; fromHour < 23; fromHour += 1) {
    const times = (counts[fromHour] ?? 0) + (counts[fromHour + 1] ?? 0);
    if (times > best.times) best = { fromHour, times, of: hours.length };
  }
  return best.times >= shareOfVisits * best.of ? best : null;
}

function latestHours(history: History, today: number): readonly number[] {
  const hours: number[] = [];
  const wanted = visitFlags.bought | visitFlags.timeKnown;
  for (
    let index = history.stamps.length - 1;
    index >= 0 && hours.length < latestVisits;
    index -= 1
  ) {
    if (((history.flags[index] ?? 0) & wanted) !== wanted) continue;
    const stamp = history.stamps[index] ?? 0;
    if (dayOfMinutes(stamp) > today) continue;
    hours.push(Math.floor((stamp - dayOfMinutes(stamp) * 1440) / 60));
  }
  return hours;
}
