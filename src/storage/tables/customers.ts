// The customers table. A changed customer goes into the history in the same transaction.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { ShopDexie } from '#storage/database.ts';
import { markCustomerChanged } from './startup-cache.ts';
import { rebuildHistory, refreshHistoryFacts } from './histories.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** Writes a new or changed customer and rebuilds the histories of everybody it touches. */
export async function putCustomer({ db, rowDelta }: ShopWriter, customer: Customer): Promise<void> {
  const before = await db.customers.get(customer.id);
  if (before === undefined) rowDelta.customers += 1;
  else await markCustomerChanged(db, customer.id);
  await db.customers.put(customer);
  if (before !== undefined && before.mergedInto !== customer.mergedInto) {
    if (before.mergedInto !== null) await rebuildHistory(db, before.mergedInto);
    await rebuildHistory(db, customer.id);
    return;
  }
  await refreshHistoryFacts(db, customer.id);
}

/** One customer as written, merged or not. */
export async function readCustomer(db: ShopDexie, id: CustomerId): Promise<Customer | undefined> {
  return db.customers.get(id);
}

/** Those who are merged into somebody, as written. */
export async function readMergedRows(db: ShopDexie): Promise<readonly Customer[]> {
  return db.customers.where('mergedInto').above('').toArray();
}

export async function readCustomers(db: ShopDexie): Promise<readonly Customer[]> {
  return db.customers.toArray();
}
