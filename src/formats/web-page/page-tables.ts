// The rows of the tables in a web page, or in Excel's XML of 2003, which tills hand out as ".xls".
// A scanner of tags alone: the browser's own parser is closed to us by our content policy.

import { plainText } from './plain-text.ts';

/** A row is its cells, from all tables one after another. */
export type PageRow = readonly string[];

// A tag with its attributes, or a comment, or a part whose text is no text.
const token =
  /<!--[^]*?(?:-->|$)|<(script|style|title)\b[^]*?(?:<\/\1\s*>|$)|<\/?([a-z]+:)?([a-z][a-z\d]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/giu;

const rowTags = new Set(['tr', 'row']);
const cellTags = new Set(['td', 'th', 'cell']);
const breakTags = new Set(['br', 'p', 'div', 'li']);

/** No table of a till is wider. */
const maxColumns = 256;
const maxRows = 1_048_576;
/** Empty cells that stand for the width of others, in all rows. */
const maxPadded = 5_000_000;

/**
 * All rows of all tables of `page`. A table in a cell is text of that cell, or the table itself
 * where the one around it is there for the looks alone.
 */
export function pageTables(page: string): readonly PageRow[] {
  const outer = rowsIn(page, 'outer');
  if (!outer.isNested) return outer.rows;
  const inner = rowsIn(page, 'inner');
  return wideRows(inner.rows) > wideRows(outer.rows) ? inner.rows : outer.rows;
}

/** Whose rows are wanted where tables stand in tables. */
type TableLevel = 'outer' | 'inner';

interface PageRows {
  readonly rows: readonly PageRow[];
  readonly isNested: boolean;
}

function rowsIn(page: string, level: TableLevel): PageRows {
  const reader = rowReader(level);
  let at = 0;
  for (const found of page.matchAll(token)) {
    reader.text(page.slice(at, found.index));
    at = found.index + found[0].length;
    const [whole, , , name = '', attributes = ''] = found;
    if (whole.startsWith('</')) reader.close(name.toLowerCase());
    else if (name !== '') reader.open(name.toLowerCase(), attributes);
  }
  reader.text(page.slice(at));
  return reader.end();
}

function wideRows(rows: readonly PageRow[]): number {
  return rows.filter((row) => row.filter((cell) => cell !== '').length > 1).length;
}

interface RowReader {
  readonly open: (tag: string, attributes: string) => void;
  readonly close: (tag: string) => void;
  readonly text: (markup: string) => void;
  readonly end: () => PageRows;
}

function rowReader(level: TableLevel): RowReader {
  const builder = rowBuilder();
  let innerTables = 0;
  let isNested = false;

  function open(tag: string, attributes: string): void {
    if (tag === 'table' && builder.isInCell()) beginInner();
    else if (breakTags.has(tag)) builder.add('\n');
    else if (innerTables > 0) builder.add(' ');
    else if (rowTags.has(tag)) builder.beginRow(numberIn(attributes, 'ss:Index') ?? 0);
    else if (cellTags.has(tag)) builder.beginCell(attributes);
  }

  function close(tag: string): void {
    if (tag === 'table' && innerTables > 0) innerTables -= 1;
    else if (innerTables > 0) builder.add(' ');
    else if (rowTags.has(tag)) builder.endRow();
    else if (cellTags.has(tag)) builder.endCell();
    else if (breakTags.has(tag)) builder.add('\n');
  }

  function beginInner(): void {
    isNested = true;
    if (level === 'outer') innerTables += 1;
  }

  return {
    open,
    close,
    text: (markup) => builder.add(markup.replaceAll(/\s+/gu, ' ')),
    end: () => ({ rows: builder.endRow(), isNested }),
  };
}

interface RowBuilder {
  readonly isInCell: () => boolean;
  readonly add: (markup: string) => void;
  /** `place`: its number, or 0: the next one. */
  readonly beginRow: (place: number) => void;
  readonly beginCell: (attributes: string) => void;
  readonly endCell: () => void;
  /** All rows so far. */
  readonly endRow: () => readonly PageRow[];
}

// The end of a row or a cell may be left out: a page is forgiving.
function rowBuilder(): RowBuilder {
  const rows: string[][] = [];
  const pad = padding();
  let row: string[] | null = null;
  let cell: string[] | null = null;
  let span = 1;

  // Excel's XML leaves out rows that are empty and numbers the next one.
  function beginRow(place: number): void {
    endRow();
    while (rows.length < Math.min(place, maxRows) - 1) rows.push([]);
    row = [];
  }

  function beginCell(attributes: string): void {
    endCell();
    row ??= [];
    pad(row, Math.min(numberIn(attributes, 'ss:Index') ?? 0, maxColumns) - 1);
    span = numberIn(attributes, 'colspan') ?? 1;
    cell = [];
  }

  function endCell(): void {
    if (cell === null || row === null) return;
    row.push(cellText(cell.join('')));
    pad(row, Math.min(row.length + span - 1, maxColumns));
    cell = null;
  }

  function endRow(): readonly PageRow[] {
    endCell();
    if (row !== null) rows.push(row);
    row = null;
    return rows;
  }

  return {
    isInCell: () => cell !== null,
    add: (markup) => void cell?.push(markup),
    beginRow,
    beginCell,
    endCell,
    endRow,
  };
}

// A page of cells that claim to be wide would be a hundred times as long as a list.
function padding(): (row: string[], length: number) => void {
  let padded = 0;
  return (row, length) => {
    const missing = Math.min(length - row.length, maxPadded - padded);
    for (let count = 0; count < missing; count += 1) row.push('');
    padded += Math.max(0, missing);
  };
}

function numberIn(attributes: string, name: string): number | null {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,7})`, 'iu').exec(attributes);
  return found === null ? null : Number(found[1]);
}

function cellText(markup: string): string {
  return plainText(markup)
    .replaceAll('\u00A0', ' ')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n+/g, '\n')
    .trim();
}
