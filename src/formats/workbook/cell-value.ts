// One cell of a workbook as it is written into a list: days as ISO, numbers without the noise of
// binary fractions, errors as nothing.

import { dayAt } from '#lib/day.ts';
import type { CellFormat } from './cell-formats.ts';
import { storedText } from './stored-text.ts';

/** A cell as it is stored: its type (`n` when none is named), its text, its format. */
export interface StoredCell {
  readonly type: string;
  readonly text: string;
  readonly format: CellFormat;
}

/** What the workbook says for all its cells. */
export interface CellContext {
  readonly shared: readonly string[];
  readonly is1904: boolean;
}

/** The text of a cell. */
export function cellValue({ type, text, format }: StoredCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.shared[Number(text)] ?? '';
    case 'str':
    case 'inlineStr':
    case 'd':
      return storedText(text);
    case 'b':
      return text.trim() === '1' || /^true$/iu.test(text) ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    default:
      return numberValue(text.trim(), format, context.is1904);
  }
}

function numberValue(text: string, format: CellFormat, is1904: boolean): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  switch (format.kind) {
    case 'moment':
      return momentText(value, is1904) ?? numberAsText(value);
    case 'span':
      return value >= 0 ? clockText(Math.round(value * secondsPerDay)) : numberAsText(value);
    case 'zeros':
      return Number.isInteger(value) && value >= 0
        ? numberAsText(value).padStart(format.count, '0')
        : numberAsText(value);
    case 'number':
      return numberAsText(value);
  }
}

/** Digits that a workbook stores; what is beyond them is noise. */
const digits = 15;

function numberAsText(value: number): string {
  // A customer number has no exponent.
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(Number(value.toPrecision(digits)));
  if (!text.includes('e')) return text;
  return value.toFixed(20).replace(/\.?0+$/u, '');
}

const secondsPerDay = 86_400;
const lastDay = 2_932_896; // 9999-12-31
// Day 0, as days since 1970. Excel believes that 1900 was a leap year: before March one day less.
const epoch = { from1900: -25_569, from1904: -24_107 };
const leapDay = 60;

/** Day and time, or a time alone, of a number of days; null when no year has that day. */
function momentText(value: number, is1904: boolean): string | null {
  if (value < 0) return null;
  const seconds = Math.round(value * secondsPerDay);
  const days = Math.floor(seconds / secondsPerDay);
  const time = seconds - days * secondsPerDay;
  if (days === 0) return clockText(time);
  const early = !is1904 && days < leapDay ? 1 : 0;
  const day = days + early + (is1904 ? epoch.from1904 : epoch.from1900);
  if (day > lastDay) return null;
  return time === 0 ? dayAt(day) : `${dayAt(day)} ${clockText(time)}`;
}

function clockText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
