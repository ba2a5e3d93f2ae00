// Whether a column called "Name" holds what was bought. One receipt has one customer and may have
// several goods; goods stand beside a quantity, and are not written as people are.

import { textOf } from '../cells/cell-text.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import { foldedHeading } from './headings.ts';
import type { SampledColumn } from './money-columns.ts';
import { looksLikePerson, saysPerson } from './name-column.ts';

const besideGoods =
  /^(?:quantity|qty|menge|anzahl|quantite|qte|cantidad|quantita|qta|aantal|antal|quantidade|ilosc|sku|ean|barcode|units?|stuck|количество|数量)$/u;
const minNames = 2;
const mostPeople = 0.5;

/** Whether the names in column `index` are those of goods. */
export function areGoods(
  columns: readonly SampledColumn[],
  meanings: readonly HeadingMeaning[],
  index: number,
): boolean {
  const names = columns[index];
  if (names === undefined || saysPerson.test(foldedHeading(names.heading))) return false;
  const texts = names.cells.map(textOf).filter((text) => text !== '');
  if (texts.length < minNames) return false;
  const people = texts.filter(looksLikePerson).length;
  if (people > texts.length * mostPeople) return false;
  const receipts = columns[meanings.indexOf('receipt')];
  const hasQuantity = columns.some(({ heading }) => besideGoods.test(foldedHeading(heading)));
  return hasQuantity || (receipts !== undefined && changeWithin(receipts.cells, names.cells));
}

function changeWithin(receipts: readonly string[], names: readonly string[]): boolean {
  const first = new Map<string, string>();
  return receipts.some((receipt, row) => {
    const name = textOf(names[row] ?? '');
    if (receipt.trim() === '' || name === '') return false;
    const before = first.get(receipt) ?? name;
    first.set(receipt, before);
    return before !== name;
  });
}
