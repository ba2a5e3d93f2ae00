// The time of day and the weekday as the Counter shows them, and how any day is put into words.
// Apart from format.ts because the first screen needs no more than this.

import { dayNumber, msPerDay, type Day } from '#lib/day.ts';
import { locale } from './language/locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Thu", where room is short. */
export function weekdayShortText(day: Day): string {
  return dateText(day, { weekday: 'short' }).replace('.', '');
}

/** "09:42" for a minute of the day, of one width where times stand under one another. */
export function timeText(minute: number): string {
  return formatWith({ hour: '2-digit', minute: '2-digit', ...hourCycle() }).format(minute * 60_000);
}

/** "9:42" for a minute of the day, inside a sentence. */
export function clockText(minute: number): string {
  return formatWith({ hour: 'numeric', minute: '2-digit', ...hourCycle() }).format(minute * 60_000);
}

// The hours of a day are counted twice to twelve in the United States alone.
function hourCycle(): Intl.DateTimeFormatOptions {
  return { hourCycle: locale() === 'en-US' ? 'h12' : 'h23' };
}

/** A calendar day as `options` say, whatever zone the device is in. */
export function dateText(day: Day, options: Intl.DateTimeFormatOptions): string {
  const text = formatWith(options).format(dayNumber(day) * msPerDay);
  // The first of a month is an ordinal in French alone, which Intl leaves out.
  return locale().startsWith('fr') ? text.replace(/(?<!\d)1(?= \p{L})/u, '1er') : text;
}

/** The format of `options`, made once. */
export function formatWith(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale(), {
    ...options,
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}
