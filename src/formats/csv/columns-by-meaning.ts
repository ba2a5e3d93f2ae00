// The cells of one row by what they mean. Several columns may share a meaning; columns are found by number, never by a name from the
// file, so that a heading such as "__proto__" is a word like any other.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

/** Where the columns of a list stand. */
export interface ColumnPlaces {
  readonly width: number;
  readonly headings: readonly string[];
  readonly places: ReadonlyMap<ColumnMeaning, readonly number[]>;
}

/** The places of `meanings`, under `headings` (empty words where the list has none). */
export function columnPlaces(
  meanings: readonly ColumnMeaning[],
  headings: readonly string[],
): ColumnPlaces {
  const places = new Map<ColumnMeaning, number[]>();
  meanings.forEach((meaning, index) => {
    if (meaning !== 'skip') places.set(meaning, [...(places.get(meaning) ?? []), index]);
  });
  return { width: meanings.length, headings, places };
}

/** Whether any column has one of these meanings. */
export function hasColumn(
  { places }: ColumnPlaces,
  ...meanings: readonly ColumnMeaning[]
): boolean {
  return meanings.some((meaning) => places.has(meaning));
}

/** The cells with a meaning, blank ones left out, in the order of the file. */
export function cellsOf(
  { places }: ColumnPlaces,
  cells: readonly string[],
  meaning: ColumnMeaning,
): readonly string[] {
  const found: string[] = [];
  for (const index of places.get(meaning) ?? []) {
    const cell = cells[index]?.trim() ?? '';
    if (cell !== '') found.push(cell);
  }
  return found;
}

/** The first cell with a meaning that is not blank; empty when there is none. */
export function cellOf(
  places: ColumnPlaces,
  cells: readonly string[],
  meaning: ColumnMeaning,
): string {
  return cellsOf(places, cells, meaning)[0] ?? '';
}

/** The words over the first column with a meaning; empty when there are none. */
export function headingOf({ places, headings }: ColumnPlaces, meaning: ColumnMeaning): string {
  return headings[places.get(meaning)?.[0] ?? -1]?.trim() ?? '';
}

/** Whether the row has something beyond the last column: a separator too many, so that no cell can be trusted to be in its place. */
export function isRagged({ width }: ColumnPlaces, cells: readonly string[]): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}
