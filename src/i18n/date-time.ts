// The time of day and the weekday as the Counter shows them, and how any day is put into words.
// Apart from format.ts because the first screen needs no more than this.

import { dayNumber, msPerDay, type Day } from '#lib/day.ts';

/** The language and country that figures and days are written for. */
export const locale = 'en-GB';

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Thu", where room is short. */
export function weekdayShortText(day: Day): string {
  return dateText(day, { weekday: 'short' });
}

/** "09:42" for a minute of the day, of one width where times stand under one another. */
export function timeText(minute: number): string {
  return formatWith({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    minute * 60_000,
  );
}

/** "9:42" for a minute of the day, inside a sentence. */
export function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** A calendar day as `options` say, whatever zone the device is in. */
export function dateText(day: Day, options: Intl.DateTimeFormatOptions): string {
  return formatWith(options).format(dayNumber(day) * msPerDay);
}

/** The format of `options`, made once. */
export function formatWith(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}
