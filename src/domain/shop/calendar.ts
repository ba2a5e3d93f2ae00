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

/** When the shop is open. `openings` are sorted; the first also covers all days before it. */
export interface Calendar {
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
}

/** The calendar with more closures, such as the quiet days that the shop has learned. */
export function withClosures(calendar: Calendar, closures: readonly Closure[] = []): Calendar {
  return { ...calendar, closures: [...calendar.closures, ...closures] };
}

/** Whether the shop has hours on `day`; with a visit it is open whatever this says. */
export function isOpenOn(calendar: Calendar, day: Day): boolean {
  return hoursOn(calendar, day) !== null;
}

export function hoursOn(calendar: Calendar, day: Day): OpenHours | null {
  return hoursIn(numbered(calendar), dayNumber(day));
}

/** Asks the same of many days by their numbers, reading the calendar once. */
export function openDayTest(calendar: Calendar): (day: number) => boolean {
  const read = numbered(calendar);
  return (day) => hoursIn(read, day) !== null;
}

interface NumberedCalendar {
  readonly openings: readonly { readonly from: number; readonly hours: Opening['hours'] }[];
  readonly closures: readonly { readonly from: number; readonly to: number }[];
}

function numbered({ openings, closures }: Calendar): NumberedCalendar {
  return {
    openings: openings.map(({ from, hours }) => ({ from: dayNumber(from), hours })),
    closures: closures.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) })),
  };
}

function hoursIn({ openings, closures }: NumberedCalendar, day: number): OpenHours | null {
  if (closures.some(({ from, to }) => from <= day && day <= to)) return null;
  const opening = openings.findLast(({ from }) => from <= day) ?? openings[0];
  if (opening === undefined) return { opens: 0, closes: 1440 };
  return opening.hours[weekdayOfNumber(day) - 1] ?? null;
}
