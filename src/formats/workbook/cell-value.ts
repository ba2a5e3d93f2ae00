// One cell of a workbook as it is written into a list: days as ISO, numbers without the noise of
// binary fractions, errors as nothing.

import { dayAt } from '#lib/day.ts';

const error =
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/u;

/** The text of a cell that is not a moment. */
export function valueText(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberAsText(value);
  return error.test(value) ? '' : value.replaceAll(/\r\n?/gu, '\n');
}

/** Digits that a workbook stores; what is beyond them is noise. */
const digits = 15;

function numberAsText(value: number): string {
  if (!Number.isFinite(value)) return '';
  // A customer number has no exponent.
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(Number(value.toPrecision(digits)));
  if (!text.includes('e')) return text;
  return value.toFixed(20).replace(/\.?0+$/u, '');
}

const secondsPerDay = 86_400;
// Day 0 of both kinds of workbook: a time without a day is written on it.
const epochs = new Set([-25_568, -25_569, -24_107]);
const firstDay = -354_285; // 1000-01-01
const lastDay = 2_932_896; // 9999-12-31

/** A moment of a workbook, in no time zone: `2026-11-14`, with a time, or a time alone. */
export function momentText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const day = Math.floor(seconds / secondsPerDay);
  if (!(day >= firstDay && day <= lastDay)) return '';
  const time = seconds - day * secondsPerDay;
  if (epochs.has(day)) return clockText(time);
  return time === 0 ? dayAt(day) : `${dayAt(day)} ${clockText(time)}`;
}

function clockText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
