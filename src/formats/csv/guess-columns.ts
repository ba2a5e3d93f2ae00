// Guesses what each column means: by a known export, else by headings, else by content. Never by
// position.

import type { KnownExportName } from '#domain/import/import-problem.ts';
import { columnMeanings, type ColumnMeaning } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { amountOf } from './cell-amount.ts';
import { minuteOf, dateTimeOf } from './cell-day.ts';
import { isEmail, isPhone, textOf } from './cell-text.ts';
import { foldedHeading, meaningOfHeading } from './headings.ts';
import { knownExports, type KnownExport } from './known-exports.ts';

/** A column before its meaning is known. */
interface RawColumn {
  /** Empty when the file has no headings. */
  readonly heading: string;
  /** Some non-blank cells, as they are in the file. */
  readonly cells: readonly string[];
}

/** One meaning for each column, and the known export it looks like. */
interface ColumnGuess {
  readonly list: KnownExportName | null;
  readonly meanings: readonly ColumnMeaning[];
}

// A second such column would contradict the first. Others add up: two phones, three lines of a
// street.
const singleValued: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'customer-number',
  'birthday',
  'visit-day',
  'visit-time',
  'amount',
  'receipt',
  'receipt-type',
  'receipt-status',
  'cancelled-at',
]);
const code = /^[\p{Letter}]{0,3}[-#]?\d[\d-]*$/u;

/** The known export whose required headings are all there, or undefined. */
export function knownExportOf(headings: readonly string[]): KnownExport | undefined {
  const there = new Set(headings.map(foldedHeading));
  return knownExports.find((knownExport) =>
    knownExport.requiredHeadings.every((sign) => there.has(sign)),
  );
}

/** What each column probably means. `today` helps to tell a day from a number. */
export function guessColumns(columns: readonly RawColumn[], today: Day): ColumnGuess {
  const knownExport = knownExportOf(columns.map((column) => column.heading));
  if (knownExport !== undefined)
    return { list: knownExport.list, meanings: knownExportMeanings(columns, knownExport) };
  const named = columns.map((column) => meaningOfHeading(column.heading));
  if (named.some((meaning) => meaning !== undefined))
    return { list: null, meanings: resolvedMeanings(columns, named) };
  return {
    list: null,
    meanings: onceEach(columns.map((column) => meaningByContent(column.cells, today))),
  };
}

/** Whether the first row is headings: it has a known word, or no day, amount or address. */
export function isHeadingRow(
  first: readonly string[],
  second: readonly string[],
  today: Day,
): boolean {
  if (first.some((cell) => meaningOfHeading(cell) !== undefined)) return true;
  const isBare = (cells: readonly string[]): boolean => {
    return cells.every((cell) => ['name', 'skip'].includes(meaningByContent([cell], today)));
  };
  return isBare(first) && !isBare(second);
}

// The best heading is listed first: what a receipt collected, not the sum of its lines.
function knownExportMeanings(
  columns: readonly RawColumn[],
  knownExport: KnownExport,
): readonly ColumnMeaning[] {
  const headings = columns.map((column) => foldedHeading(column.heading));
  const meanings: ColumnMeaning[] = columns.map(() => 'skip');
  for (const meaning of columnMeanings) {
    for (const heading of knownExport.columns[meaning]?.split(', ') ?? []) {
      headings.forEach((each, index) => {
        const taken = singleValued.has(meaning) && meanings.includes(meaning);
        if (each === heading && !taken) meanings[index] = meaning;
      });
    }
  }
  return meanings;
}

function resolvedMeanings(
  columns: readonly RawColumn[],
  named: readonly (ColumnMeaning | undefined)[],
): readonly ColumnMeaning[] {
  const hasVisits = named.includes('visit-day');
  return onceEach(
    columns.map((column, index) => {
      const meaning = named[index] ?? 'skip';
      // Beside visits "id" is as likely the visit's own number.
      if (meaning === 'customer-number' && hasVisits && foldedHeading(column.heading) === 'id')
        return 'skip';
      return meaning === 'name' && isCodes(column.cells) ? 'customer-number' : meaning;
    }),
  );
}

function onceEach(meanings: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  return meanings.map((meaning, index) =>
    singleValued.has(meaning) && meanings.indexOf(meaning) < index ? 'skip' : meaning,
  );
}

function isCodes(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => code.test(textOf(cell)));
}

function meaningByContent(cells: readonly string[], today: Day): ColumnMeaning {
  const texts = cells.map(textOf).filter((text) => text !== '');
  if (texts.length === 0) return 'skip';
  const mostly = (test: (text: string) => boolean): boolean =>
    texts.filter(test).length >= texts.length * 0.8;
  if (mostly((text) => isDay(text, today))) return 'visit-day';
  if (mostly(isEmail)) return 'email';
  if (mostly((text) => minuteOf(text) !== undefined && /[:h]/u.test(text))) return 'visit-time';
  if (mostly((text) => isPhone(text) && !/[.,]\d{1,2}$/u.test(text))) return 'phone';
  if (mostly((text) => /[.,]\d{1,2}\D*$/u.test(text) && amountOf(text, null, 2) !== undefined))
    return 'amount';
  if (mostly((text) => code.test(text))) return 'customer-number';
  return mostly((text) => /\p{Letter}/u.test(text)) ? 'name' : 'skip';
}

function isDay(text: string, today: Day): boolean {
  return (
    /\D/u.test(text) &&
    (['day-first', 'month-first'] as const).some(
      (order) => dateTimeOf(text, { order, today }) !== undefined,
    )
  );
}
