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

/** All rows of all tables of `page`; of a table in a cell the text stays in that cell. */
export function pageTables(page: string): readonly PageRow[] {
  const reader = rowReader();
  let at = 0;
  for (const found of page.matchAll(token)) {
    reader.text(page.slice(at, found.index));
    at = found.index + found[0].length;
    const [whole, , , name = '', attributes = ''] = found;
    if (whole.startsWith('</')) reader.close(name.toLowerCase());
    else if (name !== '') reader.open(name.toLowerCase(), attributes);
  }
  reader.text(page.slice(at));
  return reader.rows();
}

interface RowReader {
  readonly open: (tag: string, attributes: string) => void;
  readonly close: (tag: string) => void;
  readonly text: (markup: string) => void;
  readonly rows: () => readonly PageRow[];
}

function rowReader(): RowReader {
  const rows: string[][] = [];
  let row: string[] | null = null;
  let cell: string[] | null = null;
  let span = 1;
  let innerTables = 0;

  function open(tag: string, attributes: string): void {
    if (tag === 'table' && cell !== null) innerTables += 1;
    else if (breakTags.has(tag)) cell?.push('\n');
    else if (innerTables > 0) cell?.push(' ');
    else if (rowTags.has(tag)) beginRow(attributes);
    else if (cellTags.has(tag)) beginCell(attributes);
  }

  function close(tag: string): void {
    if (tag === 'table' && innerTables > 0) innerTables -= 1;
    else if (innerTables > 0) cell?.push(' ');
    else if (rowTags.has(tag)) endRow();
    else if (cellTags.has(tag)) endCell();
    else if (breakTags.has(tag)) cell?.push('\n');
  }

  // Excel's XML leaves out rows that are empty and numbers the next one.
  function beginRow(attributes: string): void {
    endRow();
    const place = Math.min(numberIn(attributes, 'ss:Index') ?? 0, maxRows);
    while (rows.length < place - 1) rows.push([]);
    row = [];
  }

  // A row or the end of a cell may be left out: a page is forgiving.
  function beginCell(attributes: string): void {
    endCell();
    row ??= [];
    const place = Math.min(numberIn(attributes, 'ss:Index') ?? 0, maxColumns);
    while (row.length < place - 1) row.push('');
    span = numberIn(attributes, 'colspan') ?? 1;
    cell = [];
  }

  function endCell(): void {
    if (cell === null) return;
    row?.push(cellText(cell.join('')));
    for (let more = 1; more < Math.min(span, maxColumns); more += 1) row?.push('');
    cell = null;
    innerTables = 0;
  }

  function endRow(): void {
    endCell();
    if (row !== null) rows.push(row);
    row = null;
  }

  return {
    open,
    close,
    text: (markup) => void cell?.push(markup.replaceAll(/\s+/gu, ' ')),
    rows() {
      endRow();
      return rows;
    },
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
