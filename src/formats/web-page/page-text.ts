// A web page as a list: the rows of its tables.

import { delimitedText } from '../delimited/delimited-text.ts';
import { pageTables } from './page-tables.ts';

/** The list, or null when no table of the page holds anything. */
export function pageText(page: string): string | null {
  const rows = pageTables(page);
  return rows.some((row) => row.some((cell) => cell !== '')) ? delimitedText(rows) : null;
}
