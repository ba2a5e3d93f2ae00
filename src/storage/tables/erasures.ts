// The erasures table, and the one place where facts are really deleted: somebody asked for it. What
// the shop sold stays, without the person. Must never run for anybody who can still be restored.

import type { CustomerId, Erasure, Customer } from '#domain/customers/customer.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { anonymousVisit } from '#domain/visits/visit.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { putCustomer } from './customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { clearStartupCache } from './startup-cache.ts';
import { readOwnVisits, rebuildHistory } from './histories.ts';
import { putMoment } from './moments.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function readErasures(db: ShopDexie): Promise<readonly Erasure[]> {
  return db.erasures.toArray();
}

/** Saves ids that were erased in another database of the same shop. */
export async function saveErasures(db: ShopDexie, erasures: readonly Erasure[]): Promise<void> {
  await db.erasures.bulkPut([...erasures]);
}

/**
 * Deletes the customers of `erasures` with their moments and gestures, takes their name off visits
 * and off other customers, and stores that they were erased. A merged customer may be given without
 * the survivor.
 */
export async function eraseCustomers(
  writer: ShopWriter,
  erasures: readonly Erasure[],
): Promise<void> {
  if (erasures.length === 0) return;
  const { db, rowDelta } = writer;
  const ids = erasures.map(({ customerId }) => customerId);
  const erased = new Set(ids);
  const survivors = await readSurvivors(db, erased);
  await clearStartupCache(db);
  await anonymizeVisits(writer, ids);
  rowDelta.moments -= await db.moments.where('customerId').anyOf(ids).delete();
  rowDelta.gestures -= await db.gestures.where('customerId').anyOf(ids).delete();
  await db.histories.bulkDelete([...ids]);
  rowDelta.customers -= await db.customers.where('id').anyOf(ids).delete();
  await unmergeCustomers(writer, ids);
  for (const id of survivors) await rebuildHistory(db, id);
  await clearSentBy(writer, erased);
  await clearMentions(writer, erased);
  await db.erasures.bulkPut([...erasures]);
}

async function anonymizeVisits(writer: ShopWriter, ids: readonly CustomerId[]): Promise<void> {
  const visits = await Promise.all(ids.map((id) => readOwnVisits(writer.db, id)));
  const nameless = visits
    .flat()
    .map((visit) => withChanges(visit, anonymousVisit, writer.timestamp));
  await putBulk(writer, { customers: [], visits: nameless, moments: [], gestures: [] });
}

// Whose histories change because somebody merged into them goes.
async function readSurvivors(
  db: ShopDexie,
  erased: ReadonlySet<CustomerId>,
): Promise<readonly CustomerId[]> {
  const customers = await db.customers.bulkGet([...erased]);
  return customers.flatMap((customer) => {
    const into = customer?.mergedInto ?? null;
    return into === null || erased.has(into) ? [] : [into];
  });
}

// In a backup from before an unmerge, somebody may still be merged into a customer who goes.
async function unmergeCustomers(writer: ShopWriter, ids: readonly CustomerId[]): Promise<void> {
  const left = await writer.db.customers.where('mergedInto').anyOf(ids).toArray();
  for (const customer of left)
    await putCustomer(writer, withChanges(customer, { mergedInto: null }, writer.timestamp));
}

async function clearSentBy(writer: ShopWriter, erased: ReadonlySet<CustomerId>): Promise<void> {
  const sent = await writer.db.customers
    .filter((customer) => isIn(erased, customer.sentBy))
    .toArray();
  for (const customer of sent)
    await putCustomer(writer, withChanges(customer, { sentBy: null }, writer.timestamp));
}

async function clearMentions(writer: ShopWriter, erased: ReadonlySet<CustomerId>): Promise<void> {
  const moments = await writer.db.moments.filter((moment) => isIn(erased, moment.about)).toArray();
  for (const moment of moments)
    await putMoment(writer, withChanges(moment, { about: null }, writer.timestamp));
}

function isIn(erased: ReadonlySet<CustomerId>, id: CustomerId | null): boolean {
  return id !== null && erased.has(id);
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
