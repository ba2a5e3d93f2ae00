// Guesses what each column means: by a known export, else by headings, else by content. Never by
// position.

import type { KnownExportName } from '#domain/import/import-problem.ts';
import { columnMeanings, type ColumnMeaning } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { textOf } from '../cells/cell-text.ts';
import { areCodes, meaningByContent } from './content-meaning.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import { foldedHeading, meaningOfHeading } from './headings.ts';
import { knownExports, type KnownExport } from './known-exports.ts';
import { moneyMeanings, type SampledColumn } from './money-columns.ts';
import { hasSales, meaningInList, type GuessedList } from './list-kind.ts';
import { meaningsByCells } from './meanings-by-cells.ts';
import { nameColumn } from './name-column.ts';
import { hasNames, isOfCustomer } from './of-customer.ts';

/** One meaning for each column, and the known export it looks like. */
interface ColumnGuess {
  readonly list: KnownExportName | null;
  readonly meanings: readonly ColumnMeaning[];
}

// A second such column would contradict the first. Others add up: two phones, three lines of a
// street.
const singleValued: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'name',
  'first-name',
  'last-name',
  'name-particle',
  'salutation',
  'customer-number',
  'birthday',
  'visit-day',
  'visit-time',
  'currency',
  'receipt',
  'receipt-type',
  'receipt-status',
]);

/** The known export whose required headings are all there, or undefined. */
export function knownExportOf(headings: readonly string[]): KnownExport | undefined {
  const there = new Set(headings.map(foldedHeading));
  return knownExports.find((knownExport) =>
    knownExport.requiredHeadings.every((sign) => there.has(sign)),
  );
}

/** What each column probably means. `today` helps to tell a day from a number. */
export function guessColumns(columns: readonly SampledColumn[], today: Day): ColumnGuess {
  const knownExport = knownExportOf(columns.map((column) => column.heading));
  if (knownExport !== undefined)
    return { list: knownExport.list, meanings: knownExportMeanings(columns, knownExport) };
  const named = columns.map(({ heading }) => meaningOfHeading(heading));
  const isNamed = named.some((meaning) => meaning !== undefined && meaning !== 'skip');
  const meanings = isNamed
    ? resolvedMeanings(columns, named, today)
    : columns.map(({ cells }) => meaningByContent(cells, today));
  return { list: null, meanings: moneyMeanings(columns, onceEach(columns, meanings)) };
}

// The best heading is listed first: what a receipt collected, not the sum of its lines.
function knownExportMeanings(
  columns: readonly SampledColumn[],
  knownExport: KnownExport,
): readonly ColumnMeaning[] {
  const headings = columns.map((column) => foldedHeading(column.heading));
  const meanings: ColumnMeaning[] = columns.map(() => 'skip');
  for (const meaning of columnMeanings) {
    for (const heading of knownExport.columns[meaning]?.split(', ') ?? []) {
      headings.forEach((each, index) => {
        const isSingle = meaning === 'amount' || (singleValued.has(meaning) && meaning !== 'name');
        const taken = isSingle && meanings.includes(meaning);
        if (each === heading && !taken) meanings[index] = meaning;
      });
    }
  }
  return meanings;
}

function resolvedMeanings(
  columns: readonly SampledColumn[],
  named: readonly (HeadingMeaning | undefined)[],
  today: Day,
): readonly ColumnMeaning[] {
  const checked = meaningsByCells(columns, named);
  const known = withUnknownColumns(columns, checked, today);
  const list: GuessedList = { columns, known, isSales: hasSales(columns, known) };
  return known.map((meaning, index) => {
    const inList = meaningInList(meaning, list);
    const isOfOther = list.isSales && !isOfCustomer(inList, index, list);
    return isOfOther ? 'skip' : asNumber(inList, columns[index]);
  });
}

// Codes under "Customer" are numbers.
function asNumber(meaning: ColumnMeaning, column: SampledColumn | undefined): ColumnMeaning {
  return meaning === 'name' && areCodes(column?.cells ?? []) ? 'customer-number' : meaning;
}

// Of a language that is not known only some headings may be: the cells say what the others hold.
function withUnknownColumns(
  columns: readonly SampledColumn[],
  named: readonly (HeadingMeaning | undefined)[],
  today: Day,
): readonly HeadingMeaning[] {
  const known = named.flatMap((each) => each ?? []);
  const hasName = hasNames(known);
  const lacksTime = known.includes('visit-day') && !known.includes('visit-time');
  return named.map((meaning, index) => {
    if (meaning !== undefined) return meaning;
    const cells = columns[index]?.cells ?? [];
    const guess = meaningByContent(cells, today);
    if (guess === 'email' || (guess === 'phone' && areDialled(cells))) return guess;
    if (guess === 'visit-time' && lacksTime) return guess;
    return guess === 'name' && !hasName && known.length < 2 ? guess : 'skip';
  });
}

// Numbers of other kinds look like phone numbers: those are written with a sign, or begin with 0.
function areDialled(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.every((cell) => /^['"=]*(?:[+0(]|\d{2,4}[ -]\d)/u.test(cell.trim()));
}

function onceEach(
  columns: readonly SampledColumn[],
  meanings: readonly ColumnMeaning[],
): readonly ColumnMeaning[] {
  const names = nameColumn(columns, meanings);
  return meanings.map((meaning, index) => {
    if (!singleValued.has(meaning)) return meaning;
    if (meaning === 'last-name' && isSecondSurname(columns[index]?.heading ?? '')) return meaning;
    const best = meaning === 'name' ? names : fullestColumn(columns, meanings, meaning);
    return best === index ? meaning : 'skip';
  });
}

// Spain and Portugal have two.
function isSecondSurname(heading: string): boolean {
  return /^segundo |^apellido materno|^apellido 2|^second surname/u.test(foldedHeading(heading));
}

/**
 * The first column with this meaning that holds something; the first of all when none does. Of days
 * the one of an appointment comes before the one it was booked on.
 */
function fullestColumn(
  columns: readonly SampledColumn[],
  meanings: readonly ColumnMeaning[],
  meaning: ColumnMeaning,
): number {
  const all = meanings.flatMap((each, index) => (each === meaning ? [index] : []));
  const same = all.toSorted((a, b) => lateness(columns[a]) - lateness(columns[b]));
  const filled = same.find((index) => columns[index]?.cells.some((cell) => textOf(cell) !== ''));
  return filled ?? same[0] ?? -1;
}

function lateness(column: SampledColumn | undefined): number {
  return column !== undefined && bookedOn.test(foldedHeading(column.heading)) ? 1 : 0;
}

const bookedOn =
  /^(?:booking|booked|buchung|paid|payment|closed|invoice|rechnungs|order placed|reserva|prenotazione|boeking|bokning)/u;
