// Parses days and times as tills, spreadsheets and people write them. An order that cannot be known
// is asked for, never assumed.

import type { DayOrder } from '#domain/import/column-meaning.ts';
import { dayAt, dayNumber, dayOf, msPerDay, type Day } from '#lib/day.ts';
import { normalizeText } from '#lib/normalize-text.ts';

/** What a cell holds: local time in the shop's zone, or an instant (epoch ms). */
export type CellTime =
  | { readonly kind: 'wall'; readonly day: Day; readonly minute: number | null }
  | { readonly kind: 'instant'; readonly at: number };

/** How to read days of one file: their order, and today for years of two digits. */
export interface DayRules {
  readonly order: DayOrder;
  readonly today: Day;
}

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/u;
const packed = /^(\d{4})(\d{2})(\d{2})$/u;
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ]+(.*))?$/u;
const withoutYear = /^(\d{1,2})(\/)(\d{1,2})$/u;
const worded =
  /^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?[ \-/](\p{Letter}+)\.?|(\p{Letter}+)\.?[ \-/](\d{1,2})(?:st|nd|rd|th)?),?[ \-/](\d{4}|\d{2})(?:,?[T ]+(.*))?$/u;
const excel = /^(\d{5})(?:[.,](\d+))?$/u;
const clock =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/iu;
const fractionOfDay = /^0?[.,]\d+$/u;
// Spreadsheets count days from 1899-12-30; five digits from 1954 to 2173 are such a number.
const excelEpoch = 25_569;
const firstExcelDay = 20_000;

/** The day and time in a cell, or undefined. */
export function dateTimeOf(text: string, rules: DayRules): CellTime | undefined {
  const plain = withPlainSpaces(text);
  return (
    isoDateTime(plain) ??
    numericDateTime(plain, rules) ??
    wordedDateTime(plain, rules) ??
    excelDateTime(plain)
  );
}

/** The minute (0–1439) of `14:30`, `2:30:00 PM`, `14h30` or a fraction of a day; else undefined. */
export function minuteOf(text: string): number | undefined {
  const plain = withPlainSpaces(text);
  if (fractionOfDay.test(plain)) return minuteAtShare(Number(plain.replace(',', '.')));
  const time = timeIn(plain);
  return time === undefined ? undefined : Math.floor(time.seconds / 60);
}

/** How many numeric dates of a file show each order, or neither. */
export interface DayOrderEvidence {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly unclear: number;
}

export const noDayOrderEvidence: DayOrderEvidence = { dayFirst: 0, monthFirst: 0, unclear: 0 };

/** `evidence` with one more cell: 25/04 is day first, 04/25 month first; dots prove nothing. */
export function withDayOrderEvidence(evidence: DayOrderEvidence, text: string): DayOrderEvidence {
  const parts = numeric.exec(text.trim()) ?? withoutYear.exec(text.trim());
  if (parts === null || parts[2] === '.') return evidence;
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  if (first === second) return evidence;
  if (first > 12) return { ...evidence, dayFirst: evidence.dayFirst + 1 };
  if (second > 12) return { ...evidence, monthFirst: evidence.monthFirst + 1 };
  return { ...evidence, unclear: evidence.unclear + 1 };
}

/** The order that the evidence proves; null when it does not and it matters. */
export function dayOrderFrom(evidence: DayOrderEvidence): DayOrder | null {
  if (evidence.dayFirst > evidence.monthFirst) return 'day-first';
  if (evidence.monthFirst > evidence.dayFirst) return 'month-first';
  return evidence.unclear === 0 ? 'day-first' : null;
}

function minuteAtShare(shareOfDay: number): number {
  return Math.min(1439, Math.round(shareOfDay * 1440));
}

function withPlainSpaces(text: string): string {
  return text.replaceAll(/[\u202F\u00A0]/gu, ' ').trim();
}

function isoDateTime(text: string): CellTime | undefined {
  const parts = iso.exec(text) ?? packed.exec(text);
  if (parts === null) return undefined;
  return withTime(dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])), parts[4]);
}

function numericDateTime(text: string, { order, today }: DayRules): CellTime | undefined {
  const parts = numeric.exec(text);
  if (parts === null) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = fullYear(parts[4] ?? '', today);
  const dayFirst = parts[2] === '.' || order === 'day-first';
  return withTime(dayFirst ? dayOf(year, second, first) : dayOf(year, first, second), parts[5]);
}

function wordedDateTime(text: string, { today }: DayRules): CellTime | undefined {
  const parts = worded.exec(text);
  if (parts === null) return undefined;
  const month = monthFrom(parts[2] ?? parts[3] ?? '');
  if (month === undefined) return undefined;
  const year = fullYear(parts[5] ?? '', today);
  return withTime(dayOf(year, month, Number(parts[1] ?? parts[4])), parts[6]);
}

function excelDateTime(text: string): CellTime | undefined {
  const parts = excel.exec(text);
  if (parts === null || Number(parts[1]) < firstExcelDay) return undefined;
  const minute = parts[2] === undefined ? null : minuteAtShare(Number(`0.${parts[2]}`));
  return { kind: 'wall', day: dayAt(Number(parts[1]) - excelEpoch), minute };
}

function withTime(day: Day | undefined, rest: string | undefined): CellTime | undefined {
  if (day === undefined) return undefined;
  if (rest === undefined || rest.trim() === '') return { kind: 'wall', day, minute: null };
  const time = timeIn(rest.trim());
  if (time === undefined) return undefined;
  const { seconds, offsetMinutes } = time;
  if (offsetMinutes === null) return { kind: 'wall', day, minute: Math.floor(seconds / 60) };
  return { kind: 'instant', at: dayNumber(day) * msPerDay + (seconds - offsetMinutes * 60) * 1000 };
}

interface TimeOfDay {
  readonly seconds: number;
  readonly offsetMinutes: number | null;
}

function timeIn(text: string): TimeOfDay | undefined {
  const parts = clock.exec(text);
  if (parts === null) return undefined;
  const hour = hourOf(Number(parts[1]), parts[4]?.toLowerCase());
  const minute = Number(parts[2]);
  const second = Math.min(59, Number(parts[3] ?? 0));
  if (hour === undefined || hour > 23 || minute > 59) return undefined;
  return { seconds: hour * 3600 + minute * 60 + second, offsetMinutes: offsetOf(parts[5]) };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const parts = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

// How the months begin in English, German, French, Spanish and Polish, accents folded.
const monthBeginnings: readonly (readonly string[])[] = [
  ['jan', 'ene', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'mrz', 'maer'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'maj'],
  ['juin', 'jun', 'cze'],
  ['juil', 'jul', 'lip'],
  ['aug', 'aou', 'ago', 'sie'],
  ['sep', 'wrz'],
  ['oct', 'okt', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'gru'],
];

export function monthFrom(word: string): number | undefined {
  const folded = normalizeText(word);
  const month = monthBeginnings.findIndex((beginnings) =>
    beginnings.some((beginning) => folded.startsWith(beginning)),
  );
  return month === -1 ? undefined : month + 1;
}

// Two digits mean a year up to next year, else the century before: 26 is 2026, 58 is 1958.
function fullYear(text: string, today: Day): number {
  if (text.length === 4) return Number(text);
  const thisYear = Number(today.slice(0, 4));
  const year = Math.floor(thisYear / 100) * 100 + Number(text);
  return year > thisYear + 1 ? year - 100 : year;
}
