// The erasures table, and the one place where facts are really deleted: somebody asked for it. What
// the shop sold stays, without the person. Must never run for anybody who can still be restored.

import type { CustomerId, Erasure, Customer } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Visit } from '#domain/visits/visit.ts';
import {
  customerWithout,
  gestureWithout,
  householdWithout,
  importWithoutTexts,
  momentWithout,
  visitWithout,
  weekWithout,
  type Erased,
} from '#domain/backup/erased-rows.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { putCustomer } from './customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { clearStartupCache } from './startup-cache.ts';
import { readOwnVisits, rebuildHistory } from './histories.ts';
import { putGesture } from './gestures.ts';
import { putMoment } from './moments.ts';
import { readSharedVisits } from './shared-visits.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function readErasures(db: ShopDexie): Promise<readonly Erasure[]> {
  return db.erasures.toArray();
}

/** Saves ids that were erased in another database of the same shop. */
export async function saveErasures(db: ShopDexie, erasures: readonly Erasure[]): Promise<void> {
  await db.erasures.bulkPut([...erasures]);
}

/**
 * Deletes the customers of `erasures` with their moments and gestures, takes them out of all other
 * rows, and stores that they were erased. No row gets a timestamp: another tablet that erases them
 * ends with the same rows. A merged customer may be given without the survivor.
 */
export async function eraseCustomers(
  writer: ShopWriter,
  erasures: readonly Erasure[],
): Promise<void> {
  if (erasures.length === 0) return;
  const { db, rowDelta } = writer;
  const ids = erasures.map(({ customerId }) => customerId);
  const erased: Erased = new Set(ids);
  const survivors = await readSurvivors(db, erased);
  await clearStartupCache(db);
  await anonymizeVisits(writer, erased);
  const moments = await db.moments.where('customerId').anyOf(ids).primaryKeys();
  await db.moments.bulkDelete(moments);
  rowDelta.moments -= moments.length;
  rowDelta.gestures -= await eraseGestures(db, ids);
  await db.histories.bulkDelete([...ids]);
  const customers = await db.customers.where('id').anyOf(ids).primaryKeys();
  await db.customers.bulkDelete(customers);
  rowDelta.customers -= customers.length;
  await clearMentions(writer, erased);
  await blankEmptyHouseholds(db);
  for (const id of survivors) await rebuildHistory(db, id);
  await db.erasures.bulkPut([...erasures]);
}

async function anonymizeVisits(writer: ShopWriter, erased: Erased): Promise<void> {
  const { db } = writer;
  const own = await Promise.all([...erased].map((id) => readOwnVisits(db, id)));
  const others = await db.visits.bulkGet([...(await readSharedVisits(db))]);
  const visits = new Map([...own.flat(), ...others].flatMap(withId));
  const after = [...visits.values()].map((visit) => visitWithout(visit, erased));
  await putBulk(writer, { customers: [], visits: after, moments: [], gestures: [] });
}

function withId(visit: Visit | undefined): readonly (readonly [string, Visit])[] {
  return visit === undefined ? [] : [[visit.id, visit]];
}

// Gives how many rows went: a line for a home stays with the others there.
async function eraseGestures(db: ShopDexie, ids: readonly CustomerId[]): Promise<number> {
  const erased: Erased = new Set(ids);
  const rows = await db.gestures.where('customerId').anyOf(ids).toArray();
  const left = rows.flatMap((row) => gestureWithout(row, erased) ?? []);
  const kept = new Set(left.map(({ id }) => id));
  const gone = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await db.gestures.bulkDelete(gone);
  await db.gestures.bulkPut(left);
  return gone.length;
}

// Whose histories change because somebody merged into them goes.
async function readSurvivors(db: ShopDexie, erased: Erased): Promise<readonly CustomerId[]> {
  const customers = await db.customers.bulkGet([...erased]);
  return customers.flatMap((customer) => {
    const into = customer?.mergedInto ?? null;
    return into === null || erased.has(into) ? [] : [into];
  });
}

// In a backup from before an unmerge, somebody may still be merged into a customer who goes.
async function clearMentions(writer: ShopWriter, erased: Erased): Promise<void> {
  const { db } = writer;
  for (const row of await changedRows(db.customers, (each) => customerWithout(each, erased)))
    await putCustomer(writer, row);
  for (const row of await changedRows(db.moments, (each) => momentWithout(each, erased)))
    await putMoment(writer, row);
  for (const row of await changedRows(db.gestures, (each) => gestureWithout(each, erased) ?? each))
    await putGesture(writer, row);
  await db.weeks.bulkPut(await changedRows(db.weeks, (each) => weekWithout(each, erased)));
  await db.households.bulkPut(
    await changedRows(db.households, (each) => householdWithout(each, erased)),
  );
  await db.imports.bulkPut(await changedRows(db.imports, importWithoutTexts));
}

// A home in which nobody of the shop's people lives any more keeps no name of theirs. It has the
// timestamps it had: where another tablet knows of somebody who lives there, its name comes back.
async function blankEmptyHouseholds(db: ShopDexie): Promise<void> {
  const named = (await db.households.toArray()).filter(
    ({ name, letterName }) => name !== '' || letterName !== '',
  );
  if (named.length === 0) return;
  const homes = new Set<HouseholdId>();
  await db.customers.each(({ householdId }) => {
    if (householdId !== null) homes.add(householdId);
  });
  const empty = named.filter(({ id }) => !homes.has(id));
  await db.households.bulkPut(empty.map((each) => ({ ...each, name: '', letterName: '' })));
}

// The rows that are not the same without the erased. Few: most of a table is only looked at.
async function changedRows<Row extends object>(
  table: { readonly each: (callback: (row: Row) => void) => PromiseLike<void> },
  without: (row: Row) => Row,
): Promise<Row[]> {
  const changed: Row[] = [];
  await table.each((row) => {
    const after = without(row);
    if (JSON.stringify(after) !== JSON.stringify(row)) changed.push(after);
  });
  return changed;
}

/** Read in one go: a few milliseconds, so that twenty thousand never hold up the main thread. */
const pageRows = 500;

export async function readPendingErasures(db: ShopDexie): Promise<readonly Customer[]> {
  const pending: Customer[] = [];
  for (let last = ''; ;) {
    const page = await db.customers.where(':id').above(last).limit(pageRows).toArray();
    pending.push(...page.filter((customer) => customer.forgottenOn !== null));
    const end = page.at(-1);
    if (end === undefined) return pending;
    last = end.id;
  }
}
