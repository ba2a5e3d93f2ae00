// When the shop is open, so that two weeks of holiday do not make every customer look late.

import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

/** Opening time as minutes of the day. */
export interface OpenHours {
  readonly opens: number;
  readonly closes: number;
}

/** The weekly hours from a day on: seven entries, Monday first, null when closed. */
export interface Opening {
  readonly from: Day;
  readonly hours: readonly (OpenHours | null)[];
}

/** Days on which the shop was or will be shut, both ends included. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
}

/** What a shop's settings say about open days. `openings` are sorted by day; the first also covers all days before it. */
export interface Calendar {
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
}

/** Whether the shop keeps hours on `day`. A day with a visit counts as open whatever this says: the caller knows the visits. */
export function isOpenOn(calendar: Calendar, day: Day): boolean {
  return isOpenOnNumber(calendar, dayNumber(day));
}

/** The hours kept on `day`, or null when closed. */
export function hoursOn(calendar: Calendar, day: Day): OpenHours | null {
  const number = dayNumber(day);
  return isShut(calendar, number) ? null : weeklyHours(calendar, number);
}

function isOpenOnNumber(calendar: Calendar, number: number): boolean {
  return !isShut(calendar, number) && weeklyHours(calendar, number) !== null;
}

function isShut(calendar: Calendar, number: number): boolean {
  return calendar.closures.some(
    (closure) => dayNumber(closure.from) <= number && number <= dayNumber(closure.to),
  );
}

function weeklyHours(calendar: Calendar, number: number): OpenHours | null {
  const opening =
    calendar.openings.findLast((each) => dayNumber(each.from) <= number) ?? calendar.openings[0];
  if (opening === undefined) return { opens: 0, closes: 1440 };
  return opening.hours[weekdayOfNumber(number) - 1] ?? null;
}
