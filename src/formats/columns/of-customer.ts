// Whether a column of a list of sales is about its customers, or about the sale, the goods, the
// till.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { textOf } from '../cells/cell-text.ts';
import { areGoods } from './are-goods.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import { foldedHeading } from './headings.ts';
import type { GuessedList } from './list-kind.ts';
import type { SampledColumn } from './money-columns.ts';

/**
 * Whether a column of a list of sales is about its customers. A note is about the sale, "id" is the
 * sale's own number, and a mail address that is the same on each line is the till's login.
 */
export function isOfCustomer(meaning: ColumnMeaning, index: number, list: GuessedList): boolean {
  const { columns, known } = list;
  const { heading, cells } = columns[index] ?? { heading: '', cells: [] };
  if (meaning === 'name') return !areGoods(columns, known, index);
  if (meaning === 'note') return foldedHeading(heading).includes('customer');
  if (meaning === 'email') return !isLogin(cells, columns, known);
  if (meaning !== 'customer-number') return true;
  return foldedHeading(heading) !== 'id' && !changesWithinNames(cells, namesOf(columns, known));
}

/** Whether any column names people. */
export function hasNames(known: readonly HeadingMeaning[]): boolean {
  return known.some(isNamePart);
}

function isNamePart(meaning: HeadingMeaning): boolean {
  return meaning === 'name' || meaning === 'first-name' || meaning === 'last-name';
}

function rowsOf(column: SampledColumn | undefined): readonly string[] {
  return column?.cells.filter((cell) => cell.trim() !== '') ?? [];
}

// The same address beside several names, or where nobody is named.
function isLogin(
  cells: readonly string[],
  columns: readonly SampledColumn[],
  known: readonly HeadingMeaning[],
): boolean {
  if (!hasNames(known)) return isConstant(cells, 1);
  const names = new Set(
    known.flatMap((each, index) => (isNamePart(each) ? rowsOf(columns[index]) : [])),
  );
  return isConstant(cells, 3) && names.size > 1;
}

/** Whether all of at least `min` cells are the same. */
function isConstant(cells: readonly string[], min: number): boolean {
  const filled = cells.map(textOf).filter((text) => text !== '');
  return filled.length >= min && filled.length === cells.length && new Set(filled).size === 1;
}

function namesOf(
  columns: readonly SampledColumn[],
  known: readonly HeadingMeaning[],
): readonly string[] {
  const index = known.findIndex((meaning) => meaning === 'name');
  return columns[index]?.cells ?? [];
}

// A number of a customer stays the same each time they come.
function changesWithinNames(cells: readonly string[], names: readonly string[]): boolean {
  const numbers = new Map<string, Set<string>>();
  let repeated = 0;
  names.forEach((name, row) => {
    if (name.trim() === '' || textOf(cells[row] ?? '') === '') return;
    const seen = numbers.get(name) ?? new Set<string>();
    if (seen.size > 0) repeated += 1;
    numbers.set(name, seen.add(textOf(cells[row] ?? '')));
  });
  const several = [...numbers.values()].reduce((sum, seen) => sum + seen.size - 1, 0);
  return repeated >= 2 && several > repeated / 2;
}
