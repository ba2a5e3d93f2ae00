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

/** All histories of people present in the shop. */
export async function readHistories(db: ShopDexie): Promise<readonly History[]> {
  return db.histories.toArray();
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
  const cards = await readCards(db, id);
  if (cards === undefined) {
    await db.histories.delete(id);
    return;
  }
  await db.histories.bulkDelete(cards.joined.map((card) => card.id));
  if (!isPresent(cards.customer)) {
    await db.histories.delete(cards.customer.id);
    return;
  }
  await db.histories.put(historyOf(await readHistorySource(db, cards)));
}

/** Updates all but the visits of a history. Cheaper than `rebuildHistory`. */
export async function refreshHistoryFacts(db: ShopDexie, id: CustomerId): Promise<void> {
  const history = await db.histories.get(id);
  const cards = await readCards(db, id);
  if (history?.foldVersion !== foldVersion || cards === undefined || !isPresent(cards.customer)) {
    await rebuildHistory(db, id);
    return;
  }
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  await db.histories.put(
    withFacts(history, { ...cards, ...(await readMomentsAndGestures(db, ids)) }),
  );
}

interface MergedCustomers {
  readonly customer: Customer;
  readonly joined: readonly Customer[];
}

/** The survivor for `id` and everybody merged into it, also indirectly; undefined if unknown. */
export async function readCards(
  db: ShopDexie,
  id: CustomerId,
): Promise<MergedCustomers | undefined> {
  // Asked for together: hardly anybody is joined into somebody else.
  const [card, direct] = await Promise.all([db.customers.get(id), readMergedInto(db, id)]);
  if (card?.mergedInto === null)
    return { customer: card, joined: await withMergedBehind(db, direct) };
  const visited = new Set<CustomerId>([id]);
  let customer = card;
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
  cards: readonly Customer[],
): Promise<readonly Customer[]> {
  const all = [...cards];
  for (let layer = cards; layer.length > 0;) {
    const ids = layer.map((card) => card.id);
    layer = await db.customers.where('mergedInto').anyOf(ids).toArray();
    all.push(...layer);
  }
  return all;
}

async function readHistorySource(db: ShopDexie, cards: MergedCustomers): Promise<HistorySource> {
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  return { ...cards, ...(await readFacts(db, ids)) };
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

/** All visits of this one card, taken-back ones too. */
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
