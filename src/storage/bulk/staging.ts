// Imports too long for one transaction. Their visits are staged first, piece by piece, where no
// screen looks: no customer, history or day row knows of them. One last transaction adds the
// customers and counts everything; if it never comes, all is discarded.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { mergeDaySummaries } from '#domain/visits/merge-day-summaries.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { updateDaySummaries, type BulkDerived } from './bulk.ts';
import type { ShopDexie } from '#storage/database.ts';
import { clearStartupCache } from '#storage/tables/startup-cache.ts';
import { rebuildHistory } from '#storage/tables/histories.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** Stages visits that nobody sees yet. */
export async function stageVisits(
  { db, rowDelta }: ShopWriter,
  visits: readonly Visit[],
): Promise<void> {
  rowDelta.visits += visits.length;
  await db.visits.bulkPut([...visits]);
}

/** Adds new `customers` and makes their staged visits visible, from which the rest is derived. */
export async function commitStaged(
  { db, rowDelta }: ShopWriter,
  customers: readonly Customer[],
  { histories, toRebuild, days }: BulkDerived,
): Promise<void> {
  rowDelta.customers += customers.length;
  const known = await db.days.bulkGet(days.map(({ day }) => day));
  const joined = days.map((row, index) => {
    const before = known[index];
    return before === undefined ? row : mergeDaySummaries(before, row);
  });
  if (customers.length > 0) await clearStartupCache(db);
  await Promise.all([
    db.customers.bulkPut([...customers]),
    db.histories.bulkPut([...histories]),
    db.days.bulkPut(joined),
  ]);
  for (const id of toRebuild) await rebuildHistory(db, id);
}

/** Deletes at most `limit` staged visits of an unfinished import; gives how many. */
export async function deleteStaged(
  { db, rowDelta }: ShopWriter,
  id: ImportId,
  limit: number,
): Promise<number> {
  const visits = await db.visits.where('importId').equals(id).limit(limit).toArray();
  await db.visits.bulkDelete(visits.map((visit) => visit.id));
  rowDelta.visits -= visits.length;
  for (const customerId of customersOf(visits)) await rebuildHistory(db, customerId);
  return visits.length;
}

/** Removes an import's customers: `gone` are voided rows of unmerged customers. */
export async function removeCustomers(
  { db }: ShopWriter,
  gone: readonly Customer[],
): Promise<void> {
  await clearStartupCache(db);
  await db.customers.bulkPut([...gone]);
  await deleteHistories(
    db,
    gone.map((customer) => customer.id),
  );
}

// Customers of one import usually lie side by side: then it is one range, and other tabs hear of
// one change and not of thousands.
async function deleteHistories(db: ShopDexie, ids: readonly CustomerId[]): Promise<void> {
  const sorted = ids.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return;
  const between = db.histories.where('customerId').between(first, last, true, true);
  const gone = new Set(ids);
  if ((await between.primaryKeys()).every((id) => gone.has(id))) await between.delete();
  else await db.histories.bulkDelete(sorted);
}

export interface ChangedVisits {
  /** The rows as they are, read in the same transaction. */
  readonly before: readonly Visit[];
  readonly after: readonly Visit[];
  readonly removed: ReadonlySet<CustomerId>;
}

export async function putChangedVisits(
  { db }: ShopWriter,
  { before, after, removed }: ChangedVisits,
): Promise<void> {
  await db.visits.bulkPut([...after]);
  await updateDaySummaries(db, before, after);
  for (const id of customersOf([...before, ...after])) {
    if (!removed.has(id)) await rebuildHistory(db, id);
  }
}

export async function readCustomersOfImport(
  db: ShopDexie,
  id: ImportId,
): Promise<readonly Customer[]> {
  return db.customers.where('importId').equals(id).toArray();
}

function customersOf(visits: readonly Visit[]): ReadonlySet<CustomerId> {
  return new Set(visits.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])));
}
