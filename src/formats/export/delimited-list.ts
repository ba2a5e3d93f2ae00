// A table as delimited text that every spreadsheet opens by a double tap: marked as UTF-8, with the
// region's decimal sign and delimiter, and with no cell that a spreadsheet would run.

import { majorAmount, type ExportCell, type ExportTable } from './export-table.ts';

/** How the region writes numbers; a decimal comma needs another sign between the cells. */
export interface ExportRegion {
  readonly decimal: '.' | ',';
  /** Digits of the currency's minor unit. */
  readonly digits: number;
}

// Excel takes a file without it for one of its old code pages.
const byteOrderMark = '\uFEFF';

// What begins so is a formula to a spreadsheet; a quote before it is not shown, and our own import
// takes it off again. A quote that is there already would be taken off too.
const formula = /^'?[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

export function delimitedList({ headings, rows }: ExportTable, region: ExportRegion): string {
  const delimiter = region.decimal === ',' ? ';' : ',';
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const lines = rows.map((row) => lineOf(row.map((cell) => cellText(cell, region))));
  return `${byteOrderMark}${[lineOf(headings), ...lines].join('\r\n')}\r\n`;
}

function cellText(cell: ExportCell, { decimal, digits }: ExportRegion): string {
  switch (cell.kind) {
    case 'text':
      return formula.test(cell.text) ? `'${cell.text}` : cell.text;
    case 'day':
      return cell.day;
    case 'money':
      return majorAmount(cell.minor, digits).replace('.', decimal);
    case 'count':
      return String(cell.count);
    case 'blank':
      return '';
  }
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/u.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
