// The cells of one row by what they mean. Several columns may share a meaning; columns are found by
// number, never by a name from the file, so that a heading such as "__proto__" is a word like any
// other.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

/** Where the columns of a list stand. */
export interface ColumnsByMeaning {
  readonly width: number;
  readonly headings: readonly string[];
  readonly columns: ReadonlyMap<ColumnMeaning, readonly number[]>;
}

/** The places of `meanings`, under `headings` (empty words where the list has none). */
export function columnsByMeaning(
  meanings: readonly ColumnMeaning[],
  headings: readonly string[],
): ColumnsByMeaning {
  const places = new Map<ColumnMeaning, number[]>();
  meanings.forEach((meaning, index) => {
    if (meaning !== 'skip') places.set(meaning, [...(places.get(meaning) ?? []), index]);
  });
  return { width: meanings.length, headings, columns: places };
}

/** Whether any column has one of these meanings. */
export function hasColumn(
  { columns }: ColumnsByMeaning,
  ...meanings: readonly ColumnMeaning[]
): boolean {
  return meanings.some((meaning) => columns.has(meaning));
}

/** The cells with a meaning, blank ones left out, in the order of the file. */
export function cellsOf(
  { columns }: ColumnsByMeaning,
  cells: readonly string[],
  meaning: ColumnMeaning,
): readonly string[] {
  const found: string[] = [];
  for (const index of columns.get(meaning) ?? []) {
    const cell = cells[index]?.trim() ?? '';
    if (cell !== '') found.push(cell);
  }
  return found;
}

/** The first cell with a meaning that is not blank; empty when there is none. */
export function cellOf(
  places: ColumnsByMeaning,
  cells: readonly string[],
  meaning: ColumnMeaning,
): string {
  return cellsOf(places, cells, meaning)[0] ?? '';
}

/** The words over the first column with a meaning; empty when there are none. */
export function headingOf({ columns, headings }: ColumnsByMeaning, meaning: ColumnMeaning): string {
  return headings[columns.get(meaning)?.[0] ?? -1]?.trim() ?? '';
}

/**
 * Whether the row has something beyond the last column: a separator too many, so that no cell can
 * be trusted to be in its place.
 */
export function isRagged({ width }: ColumnsByMeaning, cells: readonly string[]): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}
