// The cells of a row by their meaning. Several columns may share one. Columns are found by number,
// so that a heading such as "__proto__" is a word like any other.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

/** Which columns have which meaning. */
export interface ColumnsByMeaning {
  readonly width: number;
  readonly headings: readonly string[];
  readonly columns: ReadonlyMap<ColumnMeaning, readonly number[]>;
}

/** `headings` are empty strings where the file has none. */
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

/** The non-blank cells with a meaning, in file order. */
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

/** The first non-blank cell with a meaning, or an empty string. */
export function cellOf(
  places: ColumnsByMeaning,
  cells: readonly string[],
  meaning: ColumnMeaning,
): string {
  return cellsOf(places, cells, meaning)[0] ?? '';
}

/** The heading of the first column with a meaning, or an empty string. */
export function headingOf({ columns, headings }: ColumnsByMeaning, meaning: ColumnMeaning): string {
  return headings[columns.get(meaning)?.[0] ?? -1]?.trim() ?? '';
}

/** Whether the row has cells beyond the last column: no cell is surely in its column then. */
export function isRagged({ width }: ColumnsByMeaning, cells: readonly string[]): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}
