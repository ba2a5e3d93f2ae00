// Where the tables of a text are. Exports have title lines above, sums below, the headings again in
// the middle, and sometimes a second table.

import type { Day } from '#lib/day.ts';
import { foldedHeading, meaningOfHeading } from '../columns/headings.ts';
import type { CsvRow } from './parser.ts';
import {
  filledCells,
  hasHeadingWords,
  knownHeadings,
  standsAboveData,
  usefulHeadings,
} from './row-kinds.ts';

/** One table of a text. Row numbers as a spreadsheet counts them. */
export interface FoundTable {
  /** The row with the headings, or null when the table has none. */
  readonly headingRow: number | null;
  readonly headings: readonly string[];
  /** The first row of data. */
  readonly firstRow: number;
  /** The last row before the next table, or before the end. */
  readonly lastRow: number;
  /** Rows of data. */
  readonly rows: number;
}

/** Takes the rows one by one and gives the tables at the end. */
export interface TableFinder {
  readonly add: (row: CsvRow) => void;
  readonly end: () => readonly FoundTable[];
}

// Titles and addresses above a table take no more rows than this.
const titleRows = 60;

interface OpenTable {
  headingRow: number | null;
  headings: readonly string[];
  firstRow: number;
  lastRow: number;
  rows: number;
}

/** `first` are the first rows of the text, of which the beginning of the table is found. */
export function tableFinder(first: readonly CsvRow[], today: Day): TableFinder {
  const start = firstTable(first, today);
  const tables: OpenTable[] = [start];
  return {
    add(row) {
      const table = tables.at(-1) ?? start;
      if (row.number < table.firstRow) return;
      if (beginsTable(row.cells, table, today)) {
        tables.push({
          headingRow: row.number,
          headings: row.cells,
          firstRow: row.number + 1,
          lastRow: row.number,
          rows: 0,
        });
        return;
      }
      table.rows += 1;
      table.lastRow = row.number;
    },
    end: () => tables,
  };
}

/** Whether a row has the headings of `table` again. */
export function repeatsHeadings(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = filledCells(cells);
  const known = filledCells(headings);
  // Nearly every row differs in how many cells it has or in the first: folding is only then worth
  // its time.
  if (filled.length === 0 || filled.length !== known.length) return false;
  return filled.every((cell, index) => foldedHeading(cell) === foldedHeading(known[index] ?? ''));
}

// Another table has other headings; a row of names must not be taken for one.
function beginsTable(cells: readonly string[], table: OpenTable, today: Day): boolean {
  if (table.headingRow === null) return false;
  const filled = filledCells(cells);
  const [one = '', two = ''] = filled;
  // Nearly every row of data ends here, before any of its words is looked up.
  if (filled.length < 2 || filled.some((cell) => /\d{3}/u.test(cell))) return false;
  if (meaningOfHeading(one) === undefined || meaningOfHeading(two) === undefined) return false;
  return (
    knownHeadings(filled) >= Math.max(2, filled.length * 0.6) &&
    !repeatsHeadings(cells, table.headings) &&
    hasHeadingWords(cells, today)
  );
}

function firstTable(first: readonly CsvRow[], today: Day): OpenTable {
  const rows = first.filter((row) => !row.tooLong);
  const width = usualWidth(rows);
  const heading = headingRowOf(rows, width, today);
  if (heading !== undefined) return openTable(heading.number, heading.cells, heading.number + 1);
  const data = rows.find((row) => row.cells.length >= width) ?? rows[0];
  return openTable(null, [], data?.number ?? 1);
}

function openTable(
  headingRow: number | null,
  headings: readonly string[],
  firstRow: number,
): OpenTable {
  return { headingRow, headings, firstRow, lastRow: firstRow - 1, rows: 0 };
}

// Known words first, then a bare row above the first row of data.
function headingRowOf(rows: readonly CsvRow[], width: number, today: Day): CsvRow | undefined {
  const top = rows.slice(0, titleRows);
  const isWide = ({ cells }: CsvRow): boolean => filledCells(cells).length * 2 >= width;
  const candidates = top.filter(
    (row) => isWide(row) && !isLabelled(row) && hasHeadingWords(row.cells, today),
  );
  const sure =
    candidates.find((row) => usefulHeadings(row.cells) >= 2) ??
    candidates.find((row) => knownHeadings(row.cells) >= 2) ??
    candidates[0];
  if (sure !== undefined) return sure;
  const index = top.findIndex(isWide);
  const [row, next] = [top[index], top[index + 1]];
  return row !== undefined && next !== undefined && standsAboveData(row.cells, next.cells, today)
    ? row
    : undefined;
}

// "Store: | Main shop" is a line of a report's head.
function isLabelled({ cells }: CsvRow): boolean {
  const [first = '', ...others] = filledCells(cells);
  return first.trim().endsWith(':') && !others.some((cell) => cell.trim().endsWith(':'));
}

/** Filled cells of most rows; of equally many rows the wider. */
function usualWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [width] = [...counts].reduce(
    (best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
    [1, 0],
  );
  return width;
}
