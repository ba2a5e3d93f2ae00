// Parses times of day as tills, spreadsheets and people write them.

import { withPlainDigits } from './plain-digits.ts';

/** A time of day, and its distance from UTC in minutes where it is written. */
interface TimeOfDay {
  readonly seconds: number;
  /** Null where the time is the shop's own. Letters such as EST name no certain distance. */
  readonly offsetMinutes: number | null;
}

const clock =
  /^(\d{1,2})(?:\s?(?:[:.hu]|uhr|uur)\s?(\d{2}))?(?:[:.m]\s?(\d{2})(?:[.,]\d+)?)?s?\s?(h|u|hs|hrs?|uhr|uur|o'clock)?\s*(?:([ap])\s?\.?\s?(?:m\.?)?)?$/iu;
const zone = /\s?(?:(Z)|(UTC|GMT)?\s?([+-]\d{1,2})(?::?(\d{2}))?|(UTC|GMT))$/u;
const zoneLetters = /\s+(?:[A-Z]{3,5}|\([^)]*\))$/u;
const connector =
  /^(?:[,|@–—-]|T(?=\d)|(?:um|at|alle ore|alle|ore|om|kl|klockan|a las|às|as|à|a|o|godz|в)(?!\p{Letter})\.?)\s*/iu;
// "10:00 - 10:30": the time at which it began.
const until = /(?<=\d{2}|[ap]m)\s?(?:[–—-]|to|bis|à|a|tot|till|do)\s?\d{1,2}[:.h]\d{2}.*$/iu;
// "0805" and "80511", as some tills write a time in a column of its own.
const packedTime = /^(\d{1,2})([0-5]\d)(?:[0-5]\d)?$/u;
const fractionOfDay = /^0?[.,]\d+$/u;

/**
 * The minute (0–1439) of `14:30`, `2:30 PM`, `14h30`, `9.05 Uhr` or a share of a day; or undefined.
 */
export function minuteOf(text: string): number | undefined {
  const plain = withPlainDigits(text).trim();
  if (fractionOfDay.test(plain)) return minuteAtShare(Number(plain.replace(',', '.')));
  const packed = packedTime.exec(plain);
  if (packed !== null && plain.length > 2 && Number(packed[1]) < 24)
    return Number(packed[1]) * 60 + Number(packed[2]);
  const time = timeIn(plain.replace(until, ''));
  return time === undefined ? undefined : Math.floor(time.seconds / 60);
}

/** The minute at a share (0–1) of a day, as spreadsheets store times. */
export function minuteAtShare(shareOfDay: number): number {
  return Math.min(1439, Math.round(shareOfDay * 1440));
}

/** The time in what stands behind a date; undefined when it is no time. */
export function timeIn(text: string): TimeOfDay | undefined {
  const { bare, offsetMinutes } = withoutZone(
    text.replace(connector, '').replace(connector, '').trim(),
  );
  const parts = clock.exec(bare);
  // A number alone is no time; "9 h" and "9 pm" are.
  if (parts === null || (parts[2] === undefined && (parts[4] ?? parts[5]) === undefined))
    return undefined;
  const hour = hourOf(Number(parts[1]), parts[5]?.toLowerCase());
  const minute = Number(parts[2] ?? 0);
  const second = Math.min(59, Number(parts[3] ?? 0));
  if (hour === undefined || hour > 23 || minute > 59) return undefined;
  return { seconds: hour * 3600 + minute * 60 + second, offsetMinutes };
}

function withoutZone(text: string): {
  readonly bare: string;
  readonly offsetMinutes: number | null;
} {
  const bracketless = text.replace(/\s*\([^)]*\)$/u, '');
  const parts = zone.exec(bracketless);
  if (parts === null) return { bare: bracketless.replace(zoneLetters, ''), offsetMinutes: null };
  const bare = bracketless.slice(0, parts.index).trim();
  const hours = Number(parts[3] ?? 0);
  const sign = parts[3]?.startsWith('-') === true ? -1 : 1;
  const minutes = Math.abs(hours) * 60 + Number(parts[4] ?? 0);
  return { bare, offsetMinutes: minutes === 0 ? 0 : sign * minutes };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  // "14:05 PM" is what some tills write for 14:05.
  if (hour > 12) return half === 'p' ? hour : undefined;
  return hour < 1 ? undefined : (hour % 12) + (half === 'p' ? 12 : 0);
}
