// A table on its way out of the shop: cells say what they are, and each format writes them in its
// own way.

import type { Day } from '#lib/day.ts';

export type ExportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: Day }
  /** Minor units of the shop's currency. */
  | { readonly kind: 'money'; readonly minor: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'blank' };

export interface ExportTable {
  /** The name of the sheet, and of the file. */
  readonly name: ExportTableName;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export type ExportTableName = 'People' | 'Visits' | 'Thanks' | 'Noticed' | 'Homes' | 'Perks';

export const blankCell: ExportCell = { kind: 'blank' };

export function textCell(text: string | null): ExportCell {
  return text === null || text === '' ? blankCell : { kind: 'text', text };
}

export function dayCell(day: Day | null): ExportCell {
  return day === null ? blankCell : { kind: 'day', day };
}

export function moneyCell(minor: number | null): ExportCell {
  return minor === null ? blankCell : { kind: 'money', minor };
}

export function countCell(count: number): ExportCell {
  return { kind: 'count', count };
}

export function yesCell(isSo: boolean): ExportCell {
  return textCell(isSo ? 'yes' : null);
}

/** A minor amount as a number: 1840 pence are 18.4. */
export function majorAmount(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const [whole, rest] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${rest}`;
}
