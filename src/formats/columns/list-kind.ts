// What kind of list it is, sales or an address book, and what a heading means in such a list.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import type { SampledColumn } from './money-columns.ts';

/** A list while its columns are guessed. */
export interface GuessedList {
  readonly columns: readonly SampledColumn[];
  readonly known: readonly HeadingMeaning[];
  readonly isSales: boolean;
}

/** What a heading's meaning comes to in this kind of list. */
export function meaningInList(meaning: HeadingMeaning, list: GuessedList): ColumnMeaning {
  const { columns, known, isSales } = list;
  if (meaning === 'record-day')
    return isSales && !known.includes('visit-day') ? 'visit-day' : 'skip';
  if (!isSales && ofSales.has(meaning) && isAddressBook(columns, known)) return 'skip';
  return meaning === 'region' && isSales && !hasPlace(known) ? 'receipt-status' : meaning;
}

// "Estado" is a state of the union in an address, and the state of a sale elsewhere.
function hasPlace(known: readonly HeadingMeaning[]): boolean {
  return (['address', 'street', 'postcode', 'city', 'country'] as const).some((each) =>
    known.includes(each),
  );
}

/**
 * Whether the rows are purchases: there is a day of its own, or a receipt, or money that is not
 * what the customers of a list spent so far.
 */
export function hasSales(
  columns: readonly SampledColumn[],
  meanings: readonly HeadingMeaning[],
): boolean {
  if (meanings.includes('visit-day')) return true;
  if (!meanings.includes('record-day')) return false;
  const has = (meaning: HeadingMeaning): boolean => meanings.includes(meaning);
  if (has('receipt') || has('visit-time') || has('receipt-status')) return true;
  return has('amount') && !isAddressBook(columns, meanings);
}

// One row for each, with their number or several ways to reach them.
function isAddressBook(
  columns: readonly SampledColumn[],
  meanings: readonly HeadingMeaning[],
): boolean {
  const contacts = new Set(meanings.filter((meaning) => reachedBy.has(meaning)));
  if (contacts.size < 2) return false;
  return columns.every(({ cells }, index) => {
    const meaning = meanings[index];
    if (meaning !== 'email' && meaning !== 'phone' && meaning !== 'customer-number') return true;
    const filled = cells.filter((cell) => cell.trim() !== '');
    return new Set(filled).size >= filled.length * nearlyAll;
  });
}

// Families share a number.
const nearlyAll = 0.8;

// What the customers of a list spent so far is no visit.
const ofSales: ReadonlySet<HeadingMeaning> = new Set<HeadingMeaning>([
  'amount',
  'amount-plus',
  'amount-minus',
  'visit-time',
]);

const reachedBy: ReadonlySet<HeadingMeaning> = new Set<HeadingMeaning>([
  'email',
  'phone',
  'street',
  'address',
  'birthday',
  'postcode',
]);
