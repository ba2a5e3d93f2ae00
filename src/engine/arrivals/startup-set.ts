// The few people whom a start reads before everybody else, as they are kept. Apart from how they
// are chosen, which the start never needs: who comes first was settled for each minute ahead, so
// that nothing is left to be thought about anybody. Must stay under some 60 kB a row: the browser
// keeps larger values in files of their own, and opening one costs as much as all the rest of the
// reading.

import type { SearchableCustomer } from '#domain/customers/name-search.ts';

/** So many minutes one row holds for. */
export const slotMinutes = 30;

/** The people for half an hour. */
export interface StartupSet {
  readonly version: number;
  readonly cards: readonly SearchableCustomer[];
  /** Minute after minute, the places of all cards, the likeliest first. */
  readonly orders: Uint16Array;
}

/** Raised when the meaning of a kept row changes; rows of another version are passed over. */
export const startupSetVersion = 2;

/**
 * What was kept by this same code, the likeliest in the `minute` of the half hour first; undefined
 * for anything else.
 */
export function startupOrder(
  learned: unknown,
  minute: number,
): readonly SearchableCustomer[] | undefined {
  if (!isStartupSet(learned)) return undefined;
  const { cards, orders } = learned;
  const order = orders.subarray(minute * cards.length, (minute + 1) * cards.length);
  return Array.from(order).flatMap((place) => cards[place] ?? []);
}

// Kept and read on one device alone, so the version is enough to know it by.
function isStartupSet(learned: unknown): learned is StartupSet {
  return (
    typeof learned === 'object' &&
    learned !== null &&
    'version' in learned &&
    learned.version === startupSetVersion
  );
}
