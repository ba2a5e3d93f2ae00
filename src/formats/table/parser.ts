// Splits text into rows. Our own, because it must notice a stray quote that would swallow rows, and
// a library's types would bring the browser's names into a pure layer.

import { maxRowLength } from '#domain/import/import-problem.ts';

/** One row, numbered from 1 as in a spreadsheet; a line break in quotes does not start another. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Longer than any valid row: its cells are left empty. */
  readonly tooLong: boolean;
  /** A quote was opened in it and never closed: it was read as a character like others. */
  readonly hasStrayQuote: boolean;
}

/** How a text splits into rows; `width` is null while the number of columns is not known. */
export interface TableCut {
  readonly delimiter: string;
  readonly width: number | null;
}

interface Cut {
  readonly cells: readonly string[];
  readonly next: number;
  /** Whether a quoted cell of it has a line break. */
  readonly isMultiLine: boolean;
  readonly hasStrayQuote: boolean;
}

interface Cell {
  readonly value: string;
  readonly next: number;
  readonly isMultiLine: boolean;
  readonly hasStrayQuote: boolean;
}

/** How a quote is read that opens on one line and closes on a later one. */
type LongQuote = 'quote' | 'character';

interface CutRules {
  readonly delimiter: string;
  readonly longQuote: LongQuote;
}

const quote = '"';
const sepLine = /^sep=(.)(?:\r\n|\r|\n|$)/i;

/**
 * Passes each row to `take` until it answers `stop`. Blank rows are counted but not given; a first
 * line `sep=;` is not counted.
 */
export function forEachRow(
  text: string,
  { delimiter, width }: TableCut,
  take: (row: CsvRow) => 'stop' | void,
): void {
  let at = preambleLength(text);
  let number = 0;
  while (at < text.length) {
    const cut = rowAt(text, at, { delimiter, width });
    number += 1;
    at = cut === 'too-long' ? nextLine(text, at) : cut.next;
    const row = rowOf(cut, number);
    if (!row.tooLong && row.cells.every((cell) => cell.trim() === '')) continue;
    if (take(row) === 'stop') return;
  }
}

/** All rows of `text` up to `max` of them. */
export function parseRows(text: string, cut: TableCut, max = Infinity): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  forEachRow(text, cut, (row) => (rows.push(row) >= max ? 'stop' : undefined));
  return rows;
}

/** The delimiter that a first line such as `sep=;` declares, or undefined. */
export function declaredDelimiter(text: string): string | undefined {
  return sepLine.exec(withoutMark(text.slice(0, 16)))?.[1];
}

function rowOf(cut: Cut | 'too-long', number: number): CsvRow {
  if (cut === 'too-long') return { number, cells: [], tooLong: true, hasStrayQuote: false };
  return { number, cells: cut.cells, tooLong: false, hasStrayQuote: cut.hasStrayQuote };
}

// A quote that opens in one row and closes in a later one swallows the rows between. That is so
// when the row then has another width than the table, and each line by itself has the right one.
function rowAt(text: string, start: number, { delimiter, width }: TableCut): Cut | 'too-long' {
  const cut = cutAt(text, start, { delimiter, longQuote: 'quote' });
  const isOdd = cut === 'too-long' || (cut.isMultiLine && cut.cells.length !== width);
  if (!isOdd || width === null) return cut;
  const plain = cutAt(text, start, { delimiter, longQuote: 'character' });
  if (plain === 'too-long') return cut;
  return cut === 'too-long' || plain.cells.length === width
    ? { ...plain, hasStrayQuote: true }
    : cut;
}

function cutAt(text: string, start: number, rules: CutRules): Cut | 'too-long' {
  const cells: string[] = [];
  let at = start;
  let isMultiLine = false;
  let hasStrayQuote = false;
  for (;;) {
    const cell = cellAt(text, at, rules);
    if (cell.next - start > maxRowLength) return 'too-long';
    cells.push(cell.value);
    isMultiLine ||= cell.isMultiLine;
    hasStrayQuote ||= cell.hasStrayQuote;
    at = cell.next;
    if (text[at] !== rules.delimiter)
      return { cells, next: afterLineEnd(text, at), isMultiLine, hasStrayQuote };
    at += 1;
  }
}

/** The cell that begins at `start`, and where its delimiter or line end is. */
function cellAt(text: string, start: number, { delimiter, longQuote }: CutRules): Cell {
  if (text[start] !== quote) return plainCell(text, start, delimiter);
  const closing = closingQuote(text, start + 1);
  if (closing === -1) return strayCell(text, start, delimiter);
  const isMultiLine = hasLineEnd(text, start, closing);
  if (isMultiLine && (longQuote === 'character' || !isCellEnd(text, closing + 1, delimiter)))
    return strayCell(text, start, delimiter);
  const next = plainEnd(text, closing + 1, delimiter);
  const inside = text.slice(start + 1, closing).replaceAll('""', quote);
  const value = inside + text.slice(closing + 1, next);
  return { value, next, isMultiLine, hasStrayQuote: false };
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  const next = plainEnd(text, start, delimiter);
  return { value: text.slice(start, next), next, isMultiLine: false, hasStrayQuote: false };
}

/** The cell behind a quote that is never closed. */
function strayCell(text: string, start: number, delimiter: string): Cell {
  return { ...plainCell(text, start + 1, delimiter), hasStrayQuote: true };
}

// No cell is longer than a row, so a quote that is closed later than that is a stray one.
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at - from > maxRowLength ? -1 : at;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

function isCellEnd(text: string, from: number, delimiter: string): boolean {
  let at = from;
  while (text[at] === ' ') at += 1;
  const sign = text[at];
  return sign === undefined || sign === delimiter || sign === '\n' || sign === '\r';
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === stop || code === 10 || code === 13) return at;
  }
  return text.length;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
}

function preambleLength(text: string): number {
  const mark = text.length - withoutMark(text).length;
  const line = sepLine.exec(text.slice(mark, mark + 16));
  return mark + (line === null ? 0 : line[0].length);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
