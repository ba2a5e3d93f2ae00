// Days that come round each year.

import { dayFrom, type Day } from './day.ts';

/** The month and day of `day`, written `03-29`. */
export function monthDayOf(day: Day): string {
  return day.slice(5);
}

/**
 * The next day on or after `today` that falls on `monthDay` (`MM-DD`); 29 February counts as the
 * 28th in a short year. Undefined when no year has that day.
 */
export function nextAnniversary(monthDay: string, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const thisYear = anniversaryIn(year, monthDay);
  if (thisYear !== undefined && thisYear >= today) return thisYear;
  return anniversaryIn(year + 1, monthDay);
}

/** Anniversaries of `first` up to and with `day`; 0 before it. */
export function wholeYears(first: Day, day: Day): number {
  const year = Number(day.slice(0, 4));
  const anniversary = anniversaryIn(year, monthDayOf(first));
  const years = year - Number(first.slice(0, 4));
  return Math.max(0, anniversary !== undefined && day < anniversary ? years - 1 : years);
}

/** The same day `years` earlier. */
export function yearsBefore(day: Day, years: number): Day {
  return anniversaryIn(Number(day.slice(0, 4)) - years, monthDayOf(day)) ?? day;
}

/** A birthday on 29 February is kept on the 28th in a year without that day. */
function anniversaryIn(year: number, monthDay: string): Day | undefined {
  return (
    dayFrom(`${year}-${monthDay}`) ?? (monthDay === '02-29' ? dayFrom(`${year}-02-28`) : undefined)
  );
}
