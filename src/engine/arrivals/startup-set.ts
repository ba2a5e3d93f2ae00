// The startup set as it is stored. Apart from how it is chosen, which a start never loads: the
// order of each minute is in it, so that nothing remains to be computed. A row must stay under some
// 60 kB: the browser stores larger values in files of their own, and opening one costs as much as
// all the rest of the start.

import type { SearchableCustomer } from '#domain/customers/name-search.ts';

/** Minutes that one row covers. */
export const slotMinutes = 30;

/** The people for half an hour. */
export interface StartupSet {
  readonly version: number;
  readonly cards: readonly SearchableCustomer[];
  /** Minute after minute, the indexes of all cards, the likeliest first. */
  readonly orders: Uint16Array;
}

/** Raised when the meaning of a stored row changes; rows of another version are ignored. */
export const startupSetVersion = 3;

/**
 * The people of a stored set for `minute` of the half hour, the likeliest first; undefined when
 * this code did not write it.
 */
export function startupOrder(
  learned: unknown,
  minute: number,
): readonly SearchableCustomer[] | undefined {
  if (!isStartupSet(learned)) return undefined;
  const { cards, orders } = learned;
  const order = orders.subarray(minute * cards.length, (minute + 1) * cards.length);
  return Array.from(order).flatMap((index) => cards[index] ?? []);
}

// Stored and read on one device alone, so the version is enough to recognise it.
function isStartupSet(learned: unknown): learned is StartupSet {
  return (
    typeof learned === 'object' &&
    learned !== null &&
    'version' in learned &&
    learned.version === startupSetVersion
  );
}
