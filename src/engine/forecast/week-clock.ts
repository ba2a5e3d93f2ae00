// The clock that the models run on: it stands still while the shop is closed, for two weeks of
// holiday would make everybody late. It counts open days and calls so many of them a week as the
// shop is open in a week. Days are day numbers; it never asks what day it is.

import type { VisitTimes } from './recency-frequency.ts';

/** Open days before each day, from the first day on. */
export interface WeekClock {
  readonly firstDay: number;
  /** Element n: open days from the first day up to and with day firstDay + n. */
  readonly openDays: Int32Array;
  /** Open days in a usual week (above 0, at most 7). */
  readonly perWeek: number;
}

/**
 * The clock from `firstDay` to `lastDay`; `isUnanswered` is asked once for each day. Without closed
 * days it is the calendar.
 */
export function weekClock(
  firstDay: number,
  lastDay: number,
  isOpen: (day: number) => boolean,
): WeekClock {
  const openDays = new Int32Array(Math.max(1, lastDay - firstDay + 1));
  let open = 0;
  for (let index = 0; index < openDays.length; index += 1) {
    if (isOpen(firstDay + index)) open += 1;
    openDays[index] = open;
  }
  return weekClockFrom(firstDay, openDays);
}

/** The clock of open days that were counted already: `maxOpenDays` as in `WeekClock`. */
export function weekClockFrom(firstDay: number, openDays: Int32Array): WeekClock {
  return { firstDay, openDays, perWeek: usualOpenDays(openDays) };
}

/**
 * The clock with the days after its last one, up to and with `lastDay`. The week stays as long as
 * it was.
 */
export function extendedClock(
  clock: WeekClock,
  lastDay: number,
  isOpen: (day: number) => boolean,
): WeekClock {
  const { firstDay, openDays } = clock;
  const known = openDays.length;
  if (lastDay < firstDay + known) return clock;
  const longer = new Int32Array(lastDay - firstDay + 1);
  longer.set(openDays);
  for (let index = known; index < longer.length; index += 1)
    longer[index] = (longer[index - 1] ?? 0) + (isOpen(firstDay + index) ? 1 : 0);
  return { ...clock, openDays: longer };
}

/**
 * Weeks of the shop's time at the end of `day`. Beyond the known days it runs as the calendar does.
 */
export function weeksAt(clock: WeekClock, day: number): number {
  const index = day - clock.firstDay;
  const last = clock.openDays.length - 1;
  const known = clock.openDays[Math.min(last, Math.max(0, index))] ?? 0;
  const beyond = Math.max(0, index - last) + Math.min(0, index);
  return known / clock.perWeek + beyond / 7;
}

/**
 * The comings of people with these visit days (day numbers, in order, each day once) on the clock.
 * A visit counts as an open day already.
 */
export function visitTimesOn(clock: WeekClock, people: readonly Int32Array[]): VisitTimes {
  return people.map((days) => Float64Array.from(days, (day) => weeksAt(clock, day)));
}

// The commonest number of open days in whole weeks: holidays must not count as a slower week.
function usualOpenDays(openDays: Int32Array): number {
  const counts = new Int32Array(8);
  for (let day = 7; day < openDays.length; day += 7) {
    const open = (openDays[day] ?? 0) - (openDays[day - 7] ?? 0);
    if (open > 0) counts[open] = (counts[open] ?? 0) + 1;
  }
  const max = counts.reduce((high, count) => Math.max(high, count), 0);
  return max === 0 ? 7 : counts.lastIndexOf(max);
}
