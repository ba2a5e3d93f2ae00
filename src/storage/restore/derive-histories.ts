// All histories of a restored shop. The visits were converted while they were read; only those of
// merged customers are read again.

import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import { historyFrom } from '#domain/visits/history.ts';
import { groupBy } from '#lib/group-by.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { HistoryVisits } from './history-visits.ts';
import { rebuildHistory } from '#storage/tables/histories.ts';
import { putWithoutObservers } from '#storage/bulk/raw-bulk-put.ts';

/** Customers whose histories are written together. */
const batchSize = 500;

/** Writes everybody's history from `visits`, which are all of the shop's. */
export async function deriveHistories(db: ShopDexie, visits: HistoryVisits): Promise<void> {
  // In the order of their ids, which is the order of their moments and gestures in the index.
  const customers = await db.customers.orderBy(':id').toArray();
  const joinedInto = new Set(customers.map((customer) => customer.mergedInto));
  const present = customers.filter(isPresent);
  const unmerged = present.filter((customer) => !joinedInto.has(customer.id));
  for (let from = 0; from < unmerged.length; from += batchSize)
    await deriveBatch(db, unmerged.slice(from, from + batchSize), visits);
  for (const customer of present) {
    if (joinedInto.has(customer.id)) await rebuildInTransaction(db, customer.id);
  }
}

// Whoever else lies between the first and the last of them is read too, and passed over.
async function deriveBatch(
  db: ShopDexie,
  customers: readonly Customer[],
  visits: HistoryVisits,
): Promise<void> {
  const first = customers[0]?.id;
  const last = customers.at(-1)?.id;
  if (first === undefined || last === undefined) return;
  const [moments, gestures] = await Promise.all([
    db.moments.where('customerId').between(first, last, true, true).toArray(),
    db.gestures.where('customerId').between(first, last, true, true).toArray(),
  ]);
  const theirs = {
    moments: groupBy(moments, (moment) => moment.customerId),
    gestures: groupBy(gestures, (gesture) => gesture.customerId),
  };
  const histories = customers.map((customer) =>
    historyFrom(visits.of(customer.id), {
      customer,
      joined: [],
      moments: theirs.moments.get(customer.id) ?? [],
      gestures: theirs.gestures.get(customer.id) ?? [],
    }),
  );
  await putWithoutObservers(db, { histories });
}

async function rebuildInTransaction(db: ShopDexie, id: CustomerId): Promise<void> {
  // Dexie keeps a transaction alive over awaits only inside a function that is itself async.
  await db.transaction('rw', db.tables, async () => {
    await rebuildHistory(db, id);
  });
}
