// Calendar days without clocks or zones: adding 86,400,000 ms goes wrong twice a year. The only
// pure file that may use Date, and only as a proleptic UTC calendar. Never asks what day it is.

declare const dayBrand: unique symbol;

/** A calendar day written `2026-03-29`. Days compare correctly as strings. */
export type Day = string & { readonly [dayBrand]: true };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Milliseconds of a UTC day: for spans of time, never to find tomorrow. */
export const msPerDay = 86_400_000;
const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that `text` names, or undefined when it is no real day of the years 1000 to 9999. */
export function dayFrom(text: string): Day | undefined {
  const parts = dayShape.exec(text);
  if (parts === null) return undefined;
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day with this year, month (1–12) and day of the month, or undefined when there is none. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const utc = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = utc.getUTCMonth() === month - 1 && utc.getUTCDate() === dayOfMonth;
  return real ? isoDay(utc) : undefined;
}

/** Whole days from 1970-01-01 to `day`; negative before. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / msPerDay;
}

/** The day `number` days after 1970-01-01: the inverse of `dayNumber`. */
export function dayAt(number: number): Day {
  const known = daysByNumber.get(number);
  if (known !== undefined) return known;
  const day = isoDay(new Date(number * msPerDay));
  daysByNumber.set(number, day);
  return day;
}

// A shop meets few days and asks for them a hundred thousand times a minute; the text is slow.
const daysByNumber = new Map<number, Day>();

export function addDays(day: Day, count: number): Day {
  return dayAt(dayNumber(day) + count);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** The ISO weekday of a day number. 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  const index = (((number + 3) % 7) + 7) % 7;
  return weekdays[index] ?? 1;
}

/** The Monday of the week that `day` lies in. A shop's week runs from Monday to Sunday. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function isoDay(utc: Date): Day {
  // The only place that makes a Day: toISOString of a date in 1000–9999 always has this shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand is given here, after the calendar has checked the date
  return utc.toISOString().slice(0, 10) as Day;
}
