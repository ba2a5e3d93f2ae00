// Which visits of a list the shop has already. The till's receipt number decides; without one the
// same person, minute and amount is the same visit, as often as the list has it: two equal
// purchases in one list are two.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { PlannedVisit } from './planned-visit.ts';

/** What is compared of a visit that the shop has; a merged customer's id is the survivor's. */
export type KnownVisit = Pick<Visit, 'customerId' | 'day' | 'minute' | 'amount' | 'receipt'>;

/** For each of `visits`, whether the shop has it already. `idOf` gives a person's customer. */
export function matchVisits(
  visits: readonly PlannedVisit[],
  known: readonly KnownVisit[],
  idOf: (person: number) => CustomerId | null,
): readonly boolean[] {
  const receipts = new Set(known.flatMap(receiptKeys));
  const left = new Map<string, number>();
  const leftWithoutReceipt = new Map<string, number>();
  for (const visit of known) {
    const key = timeKey(visit, visit.customerId);
    count(left, key, 1);
    if (visit.receipt === null) count(leftWithoutReceipt, key, 1);
  }
  return visits.map((visit) => {
    if (receiptKeys(visit).some((key) => receipts.has(key))) return true;
    const id = visit.person === null ? null : idOf(visit.person);
    if (id === null && visit.person !== null) return false;
    const key = timeKey(visit, id);
    const open = visit.receipt === null ? left : leftWithoutReceipt;
    if ((open.get(key) ?? 0) <= 0) return false;
    count(left, key, -1);
    count(leftWithoutReceipt, key, -1);
    return true;
  });
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function receiptKeys({
  day,
  minute,
  receipt,
}: Pick<KnownVisit, 'day' | 'minute' | 'receipt'>): readonly string[] {
  return receipt === null ? [] : [`${day} ${minute ?? '-'} ${receipt}`];
}

function timeKey(
  { day, minute, amount }: Pick<KnownVisit, 'day' | 'minute' | 'amount'>,
  id: CustomerId | null,
): string {
  return `${id ?? 'nobody'} ${day} ${minute ?? '-'} ${amount ?? '-'}`;
}
