// What was copied, as a list: a table of a page or a spreadsheet, or lines such as
// "Edda Krol 07700 900110" as somebody types them into a note.

import { delimitedText, writtenDelimiter } from '../delimited/delimited-text.ts';
import { pageTables } from '../web-page/page-tables.ts';

export interface PastedText {
  readonly text: string;
  /** Null where the text says it. */
  readonly delimiter: string | null;
}

/** The list in what a clipboard holds as `text/plain` and `text/html`. */
export function pastedText(clip: { readonly text: string; readonly html: string }): PastedText {
  const rows = pageTables(clip.html);
  if (rows.some((row) => row.filter((cell) => cell !== '').length > 1))
    return { text: delimitedText(rows), delimiter: writtenDelimiter };
  if (clip.text.includes('\t')) return { text: clip.text, delimiter: '\t' };
  return splitLines(clip.text) ?? { text: clip.text, delimiter: null };
}

const nameAndContact =
  /^(?<name>[^\d@;:,+(]{2,80}?)[ :,–-]+(?<contact>\+?[\d(][\d ()/.-]{5,30}|[^\s@;,]{1,64}@[^\s@;,]{1,200})$/u;

// Null unless most lines are a name and how to reach somebody.
function splitLines(text: string): PastedText | null {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  const rows = lines.map((line) => cellsOf(line));
  const filled = rows.filter((cells) => cells[0] !== '');
  if (filled.length === 0) return null;
  const split = filled.filter((cells) => cells.length > 1).length;
  return split * 2 > filled.length
    ? { text: delimitedText(rows), delimiter: writtenDelimiter }
    : null;
}

function cellsOf(line: string): readonly string[] {
  const { name, contact } = (line.length < 300 ? nameAndContact.exec(line)?.groups : null) ?? {};
  return name === undefined || contact === undefined ? [line] : [name.trim(), contact.trim()];
}
