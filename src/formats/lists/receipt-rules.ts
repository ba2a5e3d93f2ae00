// How the rows of one receipt make its amount. Tills repeat the receipt's total on each line, write
// each item's own amount, or write the total beside its items and payments; the list itself shows
// which.

import { lineTypeOf } from '../cells/row-words.ts';

const wholeReceipt =
  /^(?:order|receipt|invoice|bill|check|ticket|transaction|sale) (?:grand )?total|^(?:bon|beleg|rechnungs|bestell)(?:summe|betrag|wert)|^total (?:du ticket|de la commande|de la facture|del pedido|del ticket|de la factura|dell ordine|scontrino|do pedido|zamowienia)|^(?:ordertotaal|bontotaal|factuurbedrag|ordersumma|kvittobelopp)/u;

/** What one row of a receipt brings. */
export interface ReceiptLine {
  /** The cell of the column of types, or empty. */
  readonly type: string;
  /** Minor units, or null. */
  readonly amount: number | null;
}

/** How amounts of one list's receipts are put together. */
export type ReceiptRule = 'sum' | 'repeated-total' | 'total-line';

const neededShare = 0.95;
const minReceipts = 3;

/**
 * The rule that `receipts` of several lines show; sums of lines where they show none. A heading
 * such as "Order total" needs no further proof than that it is the same on all lines.
 */
export function receiptRule(
  receipts: readonly (readonly ReceiptLine[])[],
  heading: string,
): ReceiptRule {
  const several = receipts
    .map((lines) => lines.flatMap(({ amount }) => amount ?? []))
    .filter((amounts) => amounts.length > 1 && amounts.some((amount) => amount !== 0));
  if (several.length > 0 && wholeReceipt.test(heading) && several.every(isRepeated))
    return 'repeated-total';
  if (several.length < minReceipts) return 'sum';
  const holds = (test: (amounts: readonly number[]) => boolean): boolean =>
    several.filter(test).length >= several.length * neededShare;
  if (holds(hasTotalLine)) return 'total-line';
  return holds(isRepeated) ? 'repeated-total' : 'sum';
}

/** The amount of one receipt, minor units; null when no line has one. */
export function receiptAmount(lines: readonly ReceiptLine[], rule: ReceiptRule): number | null {
  const counted = countedLines(lines).flatMap(({ amount }) => amount ?? []);
  const [first] = counted;
  if (first === undefined) return null;
  if (rule === 'repeated-total' && counted.length > 1 && isRepeated(counted)) return first;
  const sum = counted.reduce((total, amount) => total + amount, 0);
  return rule === 'total-line' && counted.length > 2 && hasTotalLine(counted) ? sum / 2 : sum;
}

// Of a sale, its items and its payments the sale counts; without one the items do; a tip never.
function countedLines(lines: readonly ReceiptLine[]): readonly ReceiptLine[] {
  if (lines.length < 2) return lines;
  const typed = lines.map((line) => ({ line, type: lineTypeOf(line.type) }));
  const kinds = new Set(typed.map(({ type }) => type));
  if (kinds.size < 2) return lines;
  const wanted = (['sale', 'item', 'payment'] as const).find((kind) => kinds.has(kind));
  return typed.filter(({ type }) => type === wanted).map(({ line }) => line);
}

function isRepeated(amounts: readonly number[]): boolean {
  return amounts.every((amount) => amount === amounts[0]);
}

// The largest line is the sum of all others.
function hasTotalLine(amounts: readonly number[]): boolean {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return amounts.length > 2 && Math.max(...amounts) * 2 === sum;
}
