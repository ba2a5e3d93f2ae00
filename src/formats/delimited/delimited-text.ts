// Rows as text, quoted as RFC 4180 says: what a workbook, contact cards and a web page become, so
// that all lists go the same way from there.

/** Stands between the cells: in no name, and seldom in a note. */
export const writtenDelimiter = '\t';

const needsQuotes = /["\t\r\n]/;

/** One row without its line end. Empty cells at its end are left away. */
export function delimitedRow(cells: readonly string[]): string {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  return cells
    .slice(0, filled)
    .map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(writtenDelimiter);
}

/** All rows. */
export function delimitedText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${delimitedRow(row)}\n`).join('');
}
