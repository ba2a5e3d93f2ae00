// Writes rows that were merged with another tablet's into the open shop, with all that follows from
// them. A visit later than all others of its customer is appended, as a tap is; whoever else is
// touched has the history rebuilt.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { groupBy } from '#lib/group-by.ts';
import { factTables, type FactBatch } from '#schema/tables.ts';
import { updateDaySummaries } from '#storage/bulk/bulk.ts';
import type { ShopDexie } from '#storage/database.ts';
import { appendVisit, readHistoriesByCustomer, rebuildHistory } from '#storage/tables/histories.ts';
import { addSharedVisits } from '#storage/tables/shared-visits.ts';
import { clearStartupCache, markCustomerChanged } from '#storage/tables/startup-cache.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** More changed customers than this, and those read first at a start are chosen anew. */
const maxMarked = 20;

const namedTogether = 40;

/** `rows` differ from those of `before`, which has the rows of the shop under the same keys. */
export async function putMerged(
  writer: ShopWriter,
  rows: FactBatch,
  before: FactBatch,
): Promise<void> {
  const { db } = writer;
  countNew(writer, rows, before);
  await markCustomers(db, rows.customers);
  await putPlainRows(db, rows);
  const replaced = replacedIn(before.visits, rows.visits);
  await updateDaySummaries(db, replaced, rows.visits);
  const shared = rows.visits.filter(({ whose }) => whose !== undefined);
  await addSharedVisits(
    db,
    shared.map(({ id }) => id),
  );
  const toRebuild = touchedBy(rows, before, replaced);
  await appendNewVisits(db, rows.visits, toRebuild);
  // All at once: in a first filling there are thousands, and each asks the disk several times.
  await Promise.all(Array.from(toRebuild, (id) => rebuildHistory(db, id)));
}

function countNew({ rowDelta }: ShopWriter, rows: FactBatch, before: FactBatch): void {
  rowDelta.visits += rows.visits.length - replacedIn(before.visits, rows.visits).length;
  rowDelta.customers += rows.customers.length - replacedIn(before.customers, rows.customers).length;
  rowDelta.moments += rows.moments.length - replacedIn(before.moments, rows.moments).length;
  rowDelta.gestures += rows.gestures.length - replacedIn(before.gestures, rows.gestures).length;
}

function replacedIn<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Row[] {
  const ids = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => ids.has(id));
}

async function markCustomers(db: ShopDexie, customers: readonly Customer[]): Promise<void> {
  if (customers.length > maxMarked) await clearStartupCache(db);
  else for (const { id } of customers) await markCustomerChanged(db, id);
}

async function putPlainRows(db: ShopDexie, rows: FactBatch): Promise<void> {
  // People are erased with all that is about them, which is another way.
  const tables = factTables.filter((table) => table !== 'erasures' && rows[table].length > 0);
  await Promise.all(tables.map((table) => db.table(table).bulkPut([...rows[table]])));
}

// Everybody whose history is more than these new visits at its end.
function touchedBy(
  rows: FactBatch,
  before: FactBatch,
  replaced: readonly Visit[],
): Set<CustomerId> {
  const known = new Map(replaced.map((visit) => [visit.id, visit]));
  const changed = rows.visits.filter(({ id }) => known.has(id));
  const people = [...rows.customers, ...before.customers];
  const ids = [
    ...people.flatMap(({ id, mergedInto }) => [id, mergedInto]),
    ...[...changed, ...replaced].map(({ customerId }) => customerId),
    ...[...rows.moments, ...rows.gestures].map(({ customerId }) => customerId),
  ];
  return new Set(ids.filter((id) => id !== null));
}

async function appendNewVisits(
  db: ShopDexie,
  visits: readonly Visit[],
  toRebuild: Set<CustomerId>,
): Promise<void> {
  const byCustomer = groupBy(visits, ({ customerId }) => customerId);
  const newest = [...byCustomer].flatMap(([id, own]) =>
    id === null || toRebuild.has(id) ? [] : [{ id, own }],
  );
  const ids = newest.map(({ id }) => id);
  const known = await readHistoriesByCustomer(db, ids);
  const histories = newest.map(({ own }, index) => appended(known[index], own));
  for (const [index, id] of ids.entries()) if (histories[index] === undefined) toRebuild.add(id);
  await putHistories(
    db,
    histories.filter((history) => history !== undefined),
  );
}

// Of 50 rows and more in one request Dexie only says that all may have changed, and the page would
// read everybody again after each piece.
async function putHistories(db: ShopDexie, histories: readonly History[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(histories.length / namedTogether) }, (_, part) =>
    histories.slice(part * namedTogether, (part + 1) * namedTogether),
  );
  await Promise.all(parts.map((part) => db.histories.bulkPut(part)));
}

function appended(history: History | undefined, visits: readonly Visit[]): History | undefined {
  return visits
    .toSorted((a, b) => a.at - b.at)
    .reduce<History | undefined>((so, visit) => appendVisit(so, visit), history);
}
