// Which of several columns of money say what somebody paid. Whether a total holds the tip is shown
// by the file's own sums, or the tip is left alone.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { amountOf } from '../cells/cell-amount.ts';
import { amountRank, foldedHeading } from './headings.ts';

/** A column as it is known before its meaning: its heading and the cells of some rows, in order. */
export interface SampledColumn {
  /** Empty when the file has no headings. */
  readonly heading: string;
  /** A cell for each sampled row, blank ones too. */
  readonly cells: readonly string[];
}

/** Hundredths of each sampled row; null where the cell is no amount. */
type Amounts = readonly (number | null)[];

// How far a sum may be off: a rounded tax.
const slack = 1;
const neededShare = 0.9;
const maxTerms = 3;
const sampledRows = 60;
const tipHeading =
  /\b(?:tips?|gratuit\w*|trinkgeld\w*|pourboire|propina|mancia|fooi|dricks|gorjeta|napiwek)\b|чаев|チップ/u;
const netHeading = /\b(?:net|netto|subtotal|zwischensumme|excl|exkl|hors|ht|imponible|neto)\b/u;
const discountHeading = /\b(?:discounts?|rabatt|remise|descuento|sconto|korting|desconto|rabat)\b/u;

/** `meanings` with one amount, and only those columns beside it that must be added or taken off. */
export function moneyMeanings(
  columns: readonly SampledColumn[],
  meanings: readonly ColumnMeaning[],
): readonly ColumnMeaning[] {
  const amounts = columns.map(amountsOf);
  const total = bestAmount(columns, meanings, amounts);
  if (total === null) return meanings.map((each) => (each === 'amount' ? 'skip' : each));
  const headings = columns.map(({ heading }) => foldedHeading(heading));
  const totalHeading = headings[total] ?? '';
  return meanings.map((meaning, index) => {
    const heading = headings[index] ?? '';
    if (meaning === 'amount') return index === total ? 'amount' : 'skip';
    if (meaning === 'amount-plus') return netHeading.test(totalHeading) ? meaning : 'skip';
    if (meaning === 'amount-minus' && tipHeading.test(heading))
      return holdsTip(amounts, total, index) ? meaning : 'skip';
    const isDiscount = meaning === 'skip' && discountHeading.test(heading);
    return isDiscount && needsDiscount(totalHeading) ? 'amount-minus' : meaning;
  });
}

function needsDiscount(heading: string): boolean {
  return /\b(?:gross sales|before discount|vor rabatt)\b/u.test(heading);
}

/** The column that says best what was paid, of those in which there are amounts. */
function bestAmount(
  columns: readonly SampledColumn[],
  meanings: readonly ColumnMeaning[],
  amounts: readonly Amounts[],
): number | null {
  let best: { readonly index: number; readonly rank: number } | null = null;
  columns.forEach(({ heading }, index) => {
    if (meanings[index] !== 'amount') return;
    const isEmpty = amounts[index]?.every((amount) => amount === null || amount === 0) === true;
    const rank = amountRank(heading) + (isEmpty ? 10_000 : 0);
    if (best === null || rank < best.rank) best = { index, rank };
  });
  return (best as { readonly index: number } | null)?.index ?? null;
}

/** Whether the sums of the rows with a tip show that the total holds it. */
function holdsTip(amounts: readonly Amounts[], total: number, tip: number): boolean {
  const rows = rowsWithTip(amounts, total, tip);
  if (rows.length === 0) return false;
  const others = amounts.flatMap((column, index) =>
    index === total || index === tip || !isUseful(column, amounts[total] ?? [], rows)
      ? []
      : [column],
  );
  const without = rows.map(
    (row) => (amounts[total]?.[row] ?? 0) - Math.abs(amounts[tip]?.[row] ?? 0),
  );
  return termSums(others, rows).some((sums) => agree(sums, without));
}

function rowsWithTip(amounts: readonly Amounts[], total: number, tip: number): readonly number[] {
  const rows: number[] = [];
  amounts[tip]?.forEach((amount, row) => {
    if (amount !== null && amount !== 0 && amounts[total]?.[row] != null) rows.push(row);
  });
  return rows.slice(0, sampledRows);
}

// A column that is always the total again, or nearly always empty, proves nothing.
function isUseful(column: Amounts, total: Amounts, rows: readonly number[]): boolean {
  const filled = rows.filter((row) => (column[row] ?? 0) !== 0);
  return filled.some((row) => column[row] !== total[row]);
}

/** What one, two or three columns come to in each row, each taken once, with either sign. */
function termSums(
  columns: readonly Amounts[],
  rows: readonly number[],
): readonly (readonly number[])[] {
  let sums: readonly { readonly next: number; readonly values: readonly number[] }[] = [
    { next: 0, values: rows.map(() => 0) },
  ];
  const all: (readonly number[])[] = [];
  for (let terms = 0; terms < maxTerms; terms += 1) {
    sums = sums.flatMap(({ next, values }) =>
      columns.slice(next, 12).flatMap((column, offset) =>
        [1, -1].map((sign) => ({
          next: next + offset + 1,
          values: values.map((value, at) => value + sign * (column[rows[at] ?? 0] ?? 0)),
        })),
      ),
    );
    all.push(...sums.map(({ values }) => values));
  }
  return all;
}

function agree(sums: readonly number[], wanted: readonly number[]): boolean {
  const right = sums.filter((sum, at) => Math.abs(sum - (wanted[at] ?? 0)) <= slack).length;
  return right >= wanted.length * neededShare;
}

function amountsOf({ cells }: SampledColumn): Amounts {
  return cells.map((cell) => (cell.trim() === '' ? null : (amountOf(cell, null, 2) ?? null)));
}
