// Collects the rows of one sheet as text: row n of the text is row n of the sheet, empty ones
// included, but those behind the last row that holds something are never written.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import { delimitedRow } from '../delimited/delimited-text.ts';
import type { SheetCell } from './sheet-rows.ts';
import { maxSheetColumns, maxSheetLetters, maxSheetRows } from './workbook-limits.ts';

/** Takes rows with their number from 0. */
export interface SheetText {
  /** A problem ends the reading. */
  readonly take: (index: number, cells: readonly SheetCell[]) => ImportProblem | null;
  readonly text: () => string;
  /** Rows that hold something. */
  readonly rows: () => number;
  /** How many of them seem to say who somebody is and how or when. */
  readonly peopleRows: () => number;
}

/** Rows that are looked at for people. */
const lookedAt = 2000;

/** Begins a sheet. */
export function sheetText(): SheetText {
  const lines: string[] = [];
  let next = 0;
  let rows = 0;
  let people = 0;
  let letters = 0;

  function take(index: number, cells: readonly SheetCell[]): ImportProblem | null {
    if (index >= maxSheetRows) return { kind: 'too-many-rows', greatest: maxSheetRows };
    if (cells.some(({ column }) => column >= maxSheetColumns))
      return { kind: 'too-many-columns', greatest: maxSheetColumns };
    letters += cells.reduce((sum, { text }) => sum + text.length, cells.at(-1)?.column ?? 0);
    if (letters > maxSheetLetters) return { kind: 'too-much-in-workbook' };
    write(index, placed(cells));
    return null;
  }

  function write(index: number, cells: readonly string[]): void {
    lines.push('\n'.repeat(index - next), delimitedRow(cells), '\n');
    next = index + 1;
    rows += 1;
    if (rows <= lookedAt && saysWho(cells)) people += 1;
  }

  return {
    take,
    text: () => lines.join(''),
    rows: () => rows,
    peopleRows: () => (rows <= lookedAt ? people : Math.round((people / lookedAt) * rows)),
  };
}

function placed(cells: readonly SheetCell[]): readonly string[] {
  const row: string[] = [];
  for (const { column, text } of cells) {
    while (row.length < column) row.push('');
    row[column] = text;
  }
  return row;
}

const nameLike = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:[ ,]+[\p{L}\p{M}'’.-]+){0,5}$/u;
const contactLike = /^[^\s@]+@[^\s@]+\.[^\s@]+$|^\+?[\d ()/.-]{7,}$|^\d{4}-\d{2}-\d{2}(?: |$)/u;

// A price list has names of goods, but no phone number, mail or day beside them.
function saysWho(cells: readonly string[]): boolean {
  const short = cells.filter((cell) => cell.length <= 60);
  return short.some((cell) => nameLike.test(cell)) && short.some((cell) => contactLike.test(cell));
}
