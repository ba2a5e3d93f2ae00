// Splits text into rows chunk by chunk, so that a large file is never in memory. Our own, because
// it must recover from a stray quote, and a library's types would bring in the browser's names.

import { maxRowLength } from '#domain/import/import-problem.ts';

/** One row, numbered from 1 as in a spreadsheet; a line break in quotes does not start another. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Longer than any valid row: its cells are left empty. */
  readonly tooLong: boolean;
}

/** Takes chunks of any length and gives complete rows. Blank rows are counted but not given. */
interface CsvParser {
  readonly feed: (text: string) => void;
  readonly end: () => void;
}

interface Cut {
  readonly cells: readonly string[];
  readonly next: number;
}

interface Cell {
  readonly value: string;
  readonly next: number;
}

const quote = '"';
/** Characters in which a byte order mark and a line such as `sep=;` surely fit. */
const maxPreambleLength = 16;
const sepLine = /^sep=(.)(?:\r\n|\r|\n|$)/i;

/** Splits at `delimiter` and passes each row to `take`. A first line `sep=;` is not counted. */
export function csvParser(delimiter: string, take: (row: CsvRow) => void): CsvParser {
  let rest = '';
  let number = 0;
  let begun = false;
  let isSkipping = false;

  function feed(text: string): void {
    rest += text;
    if (!begun && rest.length < maxPreambleLength) return;
    begin();
    drain('more-to-come');
  }

  function end(): void {
    begin();
    drain('all-there');
  }

  // Once, and with enough text: a second byte order mark is text.
  function begin(): void {
    if (!begun) rest = withoutPreamble(rest);
    begun = true;
  }

  function drain(state: TextState): void {
    let at = isSkipping ? skipped(0) : 0;
    while (at < rest.length) {
      const cut = rowAt(rest, at, { delimiter, state });
      if (cut === undefined) break;
      number += 1;
      if (cut === 'too-long') take({ number, cells: [], tooLong: true });
      else if (cut.cells.some((cell) => cell.trim() !== ''))
        take({ number, cells: cut.cells, tooLong: false });
      at = cut === 'too-long' ? skipped(at) : cut.next;
    }
    rest = rest.slice(at);
  }

  // A row that is too long may be a stray quote that swallows the rest: go on at the next line.
  function skipped(from: number): number {
    const at = rest.indexOf('\n', from);
    isSkipping = at === -1;
    return isSkipping ? rest.length : at + 1;
  }

  return { feed, end };
}

/** All rows of `text`, for short texts and tests. */
export function parseCsv(text: string, delimiter: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const reader = csvParser(delimiter, (row) => rows.push(row));
  reader.feed(text);
  reader.end();
  return rows;
}

/** The delimiter that a first line such as `sep=;` declares, or undefined. */
export function declaredDelimiter(text: string): string | undefined {
  return sepLine.exec(withoutMark(text))?.[1];
}

type TextState = 'more-to-come' | 'all-there';

interface CutRules {
  readonly delimiter: string;
  readonly state: TextState;
}

/** The row that begins at `start`; undefined while its end has not come yet. */
function rowAt(text: string, start: number, rules: CutRules): Cut | 'too-long' | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = cellAt(text, at, rules);
    const length = (cell?.next ?? text.length) - start;
    if (length > maxRowLength) return 'too-long';
    if (cell === undefined) return undefined;
    cells.push(cell.value);
    at = cell.next;
    if (text[at] === rules.delimiter) at += 1;
    else return rowEndingAt(text, at, { cells, state: rules.state });
  }
}

/** The row whose last cell ends at `at`; undefined while its line end may still come. */
function rowEndingAt(
  text: string,
  at: number,
  { cells, state }: { readonly cells: readonly string[]; readonly state: TextState },
): Cut | undefined {
  const isLast = at + (text[at] === '\r' ? 1 : 0) >= text.length;
  if (isLast && state === 'more-to-come') return undefined;
  const next = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  return { cells, next: Math.min(next, text.length) };
}

/** The cell that begins at `start`, and where its delimiter or line end is. */
function cellAt(text: string, start: number, rules: CutRules): Cell | undefined {
  if (text[start] !== quote) {
    const next = plainEnd(text, start, rules.delimiter);
    return { value: text.slice(start, next), next };
  }
  const closing = closingQuote(text, start + 1);
  if (closing === -1) {
    // At the end of the text an unclosed quote is a character like others.
    if (rules.state === 'more-to-come' || text.length - start > maxRowLength) return undefined;
    const next = plainEnd(text, start, rules.delimiter);
    return { value: text.slice(start, next), next };
  }
  const next = plainEnd(text, closing + 1, rules.delimiter);
  const inside = text.slice(start + 1, closing).replaceAll('""', quote);
  return { value: inside + text.slice(closing + 1, next), next };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === stop || code === 10 || code === 13) return at;
  }
  return text.length;
}

function withoutPreamble(text: string): string {
  return withoutMark(text).replace(sepLine, '');
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
