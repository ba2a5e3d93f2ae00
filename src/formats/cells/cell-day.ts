// Parses days and times as tills, spreadsheets and people write them. An order that cannot be known
// is asked for, never assumed.

import type { DayOrder } from '#domain/import/column-meaning.ts';
import { dayAt, dayNumber, dayOf, msPerDay, type Day } from '#lib/day.ts';
import { minuteAtShare, timeIn } from './cell-minute.ts';
import { isWeekdayName, monthFrom } from './month-names.ts';
import { withPlainDigits } from './plain-digits.ts';

/** What a cell holds: local time in the shop's zone, or an instant (epoch ms). */
export type CellTime =
  | { readonly kind: 'wall'; readonly day: Day; readonly minute: number | null }
  | { readonly kind: 'instant'; readonly at: number };

/** How to read days of one file: their order, and today for years of two digits. */
export interface DayRules {
  readonly order: DayOrder;
  readonly today: Day;
}

const iso = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?(.*)$/u;
const packed = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/u;
const numeric = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?'?(\d{4}|\d{2})(?!\d)(.*)$/u;
const withoutYear = /^(\d{1,2})(\/)(\d{1,2})$/u;
const dayWorded =
  /^(\d{1,2})(?:st|nd|rd|th|er|re|:e|º|°|ª|\.)?(?:\s+(?:de|of|di))?[ \-/.]*(\p{Letter}+)\.?(?:,|\s+(?:de|del|di|of))?[ \-/,.]*'?(\d{4}|\d{2})(?!\d)\.?(?:\s?(?:r|r\.|г|г\.|года|roku)(?!\p{Letter})\.?)?(.*)$/u;
const monthWorded =
  /^(\p{Letter}+)\.?[ \-/]+(\d{1,2})(?:st|nd|rd|th)?,?[ \-/]+(\d{4}|\d{2})(?!\d)(.*)$/u;
const yearWorded = /^(\d{4})[ \-/.]+(\p{Letter}+)\.?[ \-/.]+(\d{1,2})(?!\d)(.*)$/u;
const timeBeforeYear = /^(\p{Letter}+)\s+(\d{1,2})\s+([\d:]+)\s+(?:\p{Letter}+\s+)?(\d{4})$/u;
const spreadsheetNumber = /^(\d{5})(?:[.,](\d+))?$/u;
const epoch = /^1\d{9}(?:\d{3})?(?:\.\d+)?$/u;
const noDay = /^[\s0/.-]*0[\s0/.-]*(?:00:00(?::00)?)?$/u;
const articleFirst = /^(?:den|le|el|il|am|dnia|on|op)\s+(?=\d)/iu;
const weekdayFirst = /^(\p{Letter}{2,14})\.?,?\s+(?=.*\d)/u;
// Spreadsheets count days from 1899-12-30; five digits from 1954 to 2173 are such a number.
const spreadsheetEpoch = 25_569;
const firstSpreadsheetDay = 20_000;

const spaced = /^(\d{1,2}) (\d{1,2}) ((?:19|20)\d{2})(?!\d)/u;
// "2026-09-16T08:35[Europe/London]"
const zoneName = /\[[A-Za-z_]+(?:\/[A-Za-z_+-]+)*\]$/u;

/** The day and time in a cell, or undefined. */
export function dateTimeOf(text: string, rules: DayRules): CellTime | undefined {
  const plain = plainDay(text);
  return (
    isoDateTime(plain) ??
    numericDateTime(plain, rules) ??
    wordedDateTime(plain, rules) ??
    countedDateTime(plain)
  );
}

/** Whether a cell says that there is no day: `0000-00-00`, `00/00/0000`, `0/0/00`, `0`. */
export function isNoDay(text: string): boolean {
  return noDay.test(text.trim());
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
  const plain = plainDay(text);
  const parts = numeric.exec(plain) ?? withoutYear.exec(plain);
  if (parts === null || parts[2] === '.' || isNoDay(text)) return evidence;
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

function plainDay(text: string): string {
  const plain = withPlainDigits(text).trim().replace(zoneName, '');
  return withoutWeekday(plain).replace(spaced, '$1/$2/$3');
}

function withoutWeekday(text: string): string {
  return withoutWeekdayName(text).replace(articleFirst, '');
}

function withoutWeekdayName(text: string): string {
  const word = weekdayFirst.exec(text);
  const isWeekday = word?.[1] !== undefined && isWeekdayName(word[1]);
  const rest = isWeekday ? text.slice(word[0].length) : text;
  // "mar" is a Tuesday in French and March in English: what follows decides.
  return isWeekday &&
    monthFrom(word[1] ?? '') !== undefined &&
    !/^\d{1,2}[\s./-]+[\p{Letter}\d]+[\s./-]/u.test(rest)
    ? text
    : rest;
}

function isoDateTime(text: string): CellTime | undefined {
  const parts = iso.exec(text);
  if (parts !== null)
    return withTime(dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])), parts[4]);
  const [, year, month, day, hour, minute] = packed.exec(text) ?? [];
  if (year === undefined) return undefined;
  const time = hour === undefined ? '' : `${hour}:${minute ?? '00'}`;
  return withTime(dayOf(Number(year), Number(month), Number(day)), time);
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
  const [year, month, day, time] = wordedParts(text);
  const number = month === undefined ? undefined : monthFrom(month);
  if (number === undefined) return undefined;
  return withTime(dayOf(fullYear(year ?? '', today), number, Number(day)), time);
}

/** Year, name of the month, day and what stands behind, of a date with a word in it. */
function wordedParts(text: string): readonly (string | undefined)[] {
  const clockInside = timeBeforeYear.exec(text);
  if (clockInside !== null) return [clockInside[4], clockInside[1], clockInside[2], clockInside[3]];
  const dayFirst = dayWorded.exec(text);
  if (dayFirst !== null) return [dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]];
  const monthFirst = monthWorded.exec(text);
  if (monthFirst !== null) return [monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]];
  const yearFirst = yearWorded.exec(text);
  return yearFirst === null ? [] : [yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]];
}

function countedDateTime(text: string): CellTime | undefined {
  if (epoch.test(text)) {
    const at = Number(text);
    return { kind: 'instant', at: Math.round(at < 1e11 ? at * 1000 : at) };
  }
  const parts = spreadsheetNumber.exec(text);
  if (parts === null || Number(parts[1]) < firstSpreadsheetDay) return undefined;
  const minute = parts[2] === undefined ? null : minuteAtShare(Number(`0.${parts[2]}`));
  return { kind: 'wall', day: dayAt(Number(parts[1]) - spreadsheetEpoch), minute };
}

function withTime(day: Day | undefined, rest: string | undefined): CellTime | undefined {
  if (day === undefined) return undefined;
  const text = rest?.trim() ?? '';
  if (text === '' || isWeekdayName(text.replaceAll(/[(),.]/gu, '')))
    return { kind: 'wall', day, minute: null };
  const time = timeIn(text);
  if (time === undefined) return undefined;
  const { seconds, offsetMinutes } = time;
  if (offsetMinutes === null) return { kind: 'wall', day, minute: Math.floor(seconds / 60) };
  return { kind: 'instant', at: dayNumber(day) * msPerDay + (seconds - offsetMinutes * 60) * 1000 };
}

// Two digits mean a year up to next year, else the century before: 26 is 2026, 58 is 1958.
function fullYear(text: string, today: Day): number {
  if (text.length === 4) return Number(text);
  const thisYear = Number(today.slice(0, 4));
  const year = Math.floor(thisYear / 100) * 100 + Number(text);
  return year > thisYear + 1 ? year - 100 : year;
}
