// The moments table. A moment goes into the history in the same transaction.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Moment, MomentId } from '#domain/visits/moment.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readMergedCustomers, refreshHistoryFacts } from './histories.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function putMoment({ db, rowDelta }: ShopWriter, moment: Moment): Promise<void> {
  if ((await db.moments.get(moment.id)) === undefined) rowDelta.moments += 1;
  await db.moments.put(moment);
  await refreshHistoryFacts(db, moment.customerId);
}

export async function readMoment(db: ShopDexie, id: MomentId): Promise<Moment | undefined> {
  return db.moments.get(id);
}

/** The moments of a customer and of those merged in, voided ones left out, latest first. */
export async function readMomentsByCustomer(
  db: ShopDexie,
  id: CustomerId,
): Promise<readonly Moment[]> {
  return (await readAllMoments(db, id)).filter((moment) => !moment.voided);
}

async function readAllMoments(db: ShopDexie, id: CustomerId): Promise<readonly Moment[]> {
  const merged = await readMergedCustomers(db, id);
  const ids =
    merged === undefined
      ? [id]
      : [merged.customer, ...merged.joined].map((customer) => customer.id);
  const moments = await db.moments.where('customerId').anyOf(ids).toArray();
  return moments.toSorted((a, b) =>
    a.day < b.day ? 1 : a.day > b.day ? -1 : b.createdAt - a.createdAt,
  );
}
