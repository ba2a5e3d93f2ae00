// The histories table: written in the same transaction as its facts, read instead of visits.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { isPresent } from '#domain/customers/customer.ts';
import {
  foldVersion,
  historyOf,
  withFacts,
  withLatestVisit,
  type History,
  type HistorySource,
} from '#domain/visits/history.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function readHistory(db: ShopDexie, id: CustomerId): Promise<History | undefined> {
  return db.histories.get(id);
}

/** The histories with these ids, in their order; missing ones are undefined. */
export async function readHistoriesByCustomer(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<readonly (History | undefined)[]> {
  return db.histories.bulkGet([...ids]);
}

/** A written visit, the row it replaced, and its customer's history as it was before. */
export interface HistoryUpdate {
  readonly before: Visit | undefined;
  readonly after: Visit;
  readonly history: History | undefined;
}

/** Follows one written visit. A latest new visit is appended, anything else rebuilds. */
export async function updateHistory(
  { db }: ShopWriter,
  { before, after, history }: HistoryUpdate,
): Promise<void> {
  const appended = before === undefined ? appendVisit(history, after) : undefined;
  if (appended !== undefined) {
    await db.histories.put(appended);
    return;
  }
  const ids = new Set([before?.customerId ?? null, after.customerId]);
  for (const id of ids) {
    if (id !== null) await rebuildHistory(db, id);
  }
}

/** `history` with a new visit later than all others; undefined where it must be rebuilt. */
export function appendVisit(history: History | undefined, visit: Visit): History | undefined {
  return history?.foldVersion === foldVersion ? withLatestVisit(history, visit) : undefined;
}

/** Rebuilds the history of `id`, or of whom they were merged into; who is gone loses it. */
export async function rebuildHistory(db: ShopDexie, id: CustomerId): Promise<void> {
  const merged = await readMergedCustomers(db, id);
  if (merged === undefined) {
    await db.histories.delete(id);
    return;
  }
  await db.histories.bulkDelete(merged.joined.map((customer) => customer.id));
  if (!isPresent(merged.customer)) {
    await db.histories.delete(merged.customer.id);
    return;
  }
  await db.histories.put(historyOf(await readHistorySource(db, merged)));
}

/** Updates all but the visits of a history. Cheaper than `rebuildHistory`. */
export async function refreshHistoryFacts(db: ShopDexie, id: CustomerId): Promise<void> {
  const history = await db.histories.get(id);
  const merged = await readMergedCustomers(db, id);
  if (history?.foldVersion !== foldVersion || merged === undefined || !isPresent(merged.customer)) {
    await rebuildHistory(db, id);
    return;
  }
  const ids = [merged.customer, ...merged.joined].map((customer) => customer.id);
  await db.histories.put(
    withFacts(history, { ...merged, ...(await readMomentsAndGestures(db, ids)) }),
  );
}

interface MergedCustomers {
  readonly customer: Customer;
  readonly joined: readonly Customer[];
}

/** The survivor for `id` and everybody merged into it, also indirectly; undefined if unknown. */
export async function readMergedCustomers(
  db: ShopDexie,
  id: CustomerId,
): Promise<MergedCustomers | undefined> {
  // Asked for together: hardly anybody is joined into somebody else.
  const [asked, direct] = await Promise.all([db.customers.get(id), readMergedInto(db, id)]);
  if (asked?.mergedInto === null)
    return { customer: asked, joined: await withMergedBehind(db, direct) };
  const visited = new Set<CustomerId>([id]);
  let customer = asked;
  while (customer !== undefined && customer.mergedInto !== null) {
    // Only a tampered backup merges customers in a circle; nobody in it survives.
    if (visited.has(customer.mergedInto)) return undefined;
    visited.add(customer.mergedInto);
    customer = await db.customers.get(customer.mergedInto);
  }
  if (customer === undefined) return undefined;
  return { customer, joined: await withMergedBehind(db, await readMergedInto(db, customer.id)) };
}

async function readMergedInto(db: ShopDexie, id: CustomerId): Promise<readonly Customer[]> {
  return db.customers.where('mergedInto').equals(id).toArray();
}

async function withMergedBehind(
  db: ShopDexie,
  customers: readonly Customer[],
): Promise<readonly Customer[]> {
  const all = [...customers];
  for (let layer = customers; layer.length > 0;) {
    const ids = layer.map((customer) => customer.id);
    layer = await db.customers.where('mergedInto').anyOf(ids).toArray();
    all.push(...layer);
  }
  return all;
}

async function readHistorySource(db: ShopDexie, merged: MergedCustomers): Promise<HistorySource> {
  const ids = [merged.customer, ...merged.joined].map((customer) => customer.id);
  return { ...merged, ...(await readFacts(db, ids)) };
}

async function readFacts(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<Pick<HistorySource, 'visits' | 'moments' | 'gestures'>> {
  const [visits, others] = await Promise.all([
    Promise.all(ids.map((id) => readOwnVisits(db, id))),
    readMomentsAndGestures(db, ids),
  ]);
  return { visits: visits.flat(), ...others };
}

/** All visits under this one id, taken-back ones too. */
export async function readOwnVisits(db: ShopDexie, id: CustomerId): Promise<readonly Visit[]> {
  return db.visits.where('[customerId+at]').between([id, -Infinity], [id, Infinity]).toArray();
}

/** All moments and gestures of these cards, taken-back ones too, in no order. */
export async function readMomentsAndGestures(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<Pick<HistorySource, 'moments' | 'gestures'>> {
  const [moments, gestures] = await Promise.all([
    Promise.all(ids.map((id) => db.moments.where('customerId').equals(id).toArray())),
    Promise.all(ids.map((id) => db.gestures.where('customerId').equals(id).toArray())),
  ]);
  return { moments: moments.flat(), gestures: gestures.flat() };
}
