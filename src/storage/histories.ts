// The histories table: written in the same transaction as the fact it follows from, read instead of visits.

import type { Customer, CustomerId } from '#domain/customer.ts';
import { isPresent } from '#domain/customer.ts';
import {
  foldVersion,
  historyOf,
  withFacts,
  withLatestVisit,
  type History,
  type HistorySource,
} from '#domain/history.ts';
import type { Visit } from '#domain/visit.ts';
import type { ShopDexie } from './database.ts';
import type { ShopWriter } from './write.ts';

/** The history of one person, or undefined when there is none. */
export async function readHistory(db: ShopDexie, id: CustomerId): Promise<History | undefined> {
  return db.histories.get(id);
}

/** The histories with these ids, in their order; missing ones are undefined. */
export async function readHistoriesOf(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<readonly (History | undefined)[]> {
  return db.histories.bulkGet([...ids]);
}

/** All histories of people present in the shop. */
export async function readHistories(db: ShopDexie): Promise<readonly History[]> {
  return db.histories.toArray();
}

/** A written visit, the row it replaced, and the history of the person whose it is now as it was before. */
export interface FoldedVisit {
  readonly before: Visit | undefined;
  readonly after: Visit;
  readonly history: History | undefined;
}

/** Follows one written visit. A latest new visit is pushed, anything else folds the person anew. */
export async function foldVisit(
  { db }: ShopWriter,
  { before, after, history }: FoldedVisit,
): Promise<void> {
  const pushed = before === undefined ? pushedHistory(history, after) : undefined;
  if (pushed !== undefined) {
    await db.histories.put(pushed);
    return;
  }
  const ids = new Set([before?.customerId ?? null, after.customerId]);
  for (const id of ids) {
    if (id !== null) await refold(db, id);
  }
}

/** `history` with a new visit later than all others; undefined where the person must be folded anew. */
export function pushedHistory(history: History | undefined, visit: Visit): History | undefined {
  return history?.foldVersion === foldVersion ? withLatestVisit(history, visit) : undefined;
}

/** Folds the person whose card (or joined card) is `id` anew from their facts; a person no longer present loses the row. */
export async function refold(db: ShopDexie, id: CustomerId): Promise<void> {
  const cards = await cardsOf(db, id);
  if (cards === undefined) {
    await db.histories.delete(id);
    return;
  }
  await db.histories.bulkDelete(cards.joined.map((card) => card.id));
  if (!isPresent(cards.customer)) {
    await db.histories.delete(cards.customer.id);
    return;
  }
  await db.histories.put(historyOf(await sourceOf(db, cards)));
}

/** Reads a person's card, moments and gestures anew into the history; their visits stay as folded. Cheaper than `refold`. */
export async function refoldFacts(db: ShopDexie, id: CustomerId): Promise<void> {
  const history = await db.histories.get(id);
  const cards = await cardsOf(db, id);
  if (history?.foldVersion !== foldVersion || cards === undefined || !isPresent(cards.customer)) {
    await refold(db, id);
    return;
  }
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  await db.histories.put(withFacts(history, { ...cards, ...(await momentsAndGestures(db, ids)) }));
}

interface Cards {
  readonly customer: Customer;
  readonly joined: readonly Customer[];
}

/** The surviving card for `id` and every card joined into it, also by way of another one; undefined for an unknown id. */
export async function cardsOf(db: ShopDexie, id: CustomerId): Promise<Cards | undefined> {
  const passed = new Set<CustomerId>([id]);
  let customer = await db.customers.get(id);
  while (customer !== undefined && customer.mergedInto !== null) {
    // Only a copy that somebody tampered with joins people in a circle; nobody in it stands for the others.
    if (passed.has(customer.mergedInto)) return undefined;
    passed.add(customer.mergedInto);
    customer = await db.customers.get(customer.mergedInto);
  }
  if (customer === undefined) return undefined;
  const joined: Customer[] = [];
  for (let layer = [customer.id]; layer.length > 0;) {
    const next = await db.customers.where('mergedInto').anyOf(layer).toArray();
    joined.push(...next);
    layer = next.map((card) => card.id);
  }
  return { customer, joined };
}

async function sourceOf(db: ShopDexie, cards: Cards): Promise<HistorySource> {
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  const visits = await Promise.all(ids.map((id) => visitsOf(db, id)));
  return { ...cards, visits: visits.flat(), ...(await momentsAndGestures(db, ids)) };
}

async function visitsOf(db: ShopDexie, id: CustomerId): Promise<readonly Visit[]> {
  return db.visits.where('[customerId+at]').between([id, -Infinity], [id, Infinity]).toArray();
}

async function momentsAndGestures(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<Pick<HistorySource, 'moments' | 'gestures'>> {
  const [moments, gestures] = await Promise.all([
    db.moments.where('customerId').anyOf(ids).toArray(),
    db.gestures.where('customerId').anyOf(ids).toArray(),
  ]);
  return { moments, gestures };
}
