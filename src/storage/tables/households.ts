// The households table: who lives together. Members are found by their own rows.

import { isPresent, mergedCustomer, type Customer } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Household } from '#domain/customers/household.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';
import { readMergedCustomers } from './histories.ts';

/** All, those taken apart too. */
export async function readHouseholds(db: ShopDexie): Promise<readonly Household[]> {
  return db.households.toArray();
}

export async function readHousehold(
  db: ShopDexie,
  id: HouseholdId,
): Promise<Household | undefined> {
  return db.households.get(id);
}

export async function putHousehold({ db }: ShopWriter, household: Household): Promise<void> {
  await db.households.put(household);
}

/** The people present who live there, each once, with what was merged into them. */
export async function readHouseholdMembers(
  db: ShopDexie,
  id: HouseholdId,
): Promise<readonly Customer[]> {
  const rows = await db.customers.where('householdId').equals(id).toArray();
  const members = new Map<string, Customer>();
  for (const row of rows) {
    const merged = await readMergedCustomers(db, row.id);
    if (merged === undefined || !isPresent(merged.customer)) continue;
    const person = mergedCustomer(merged.customer, merged.joined);
    if (person.householdId === id) members.set(person.id, person);
  }
  return [...members.values()];
}
