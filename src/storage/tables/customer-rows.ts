// All rows of one person, for their page, in two rounds to the disk and back: the history says from
// when on visits are needed. Ranges of an index are read whole, because a cursor that looks at each
// row costs far more than the rows it leaves out.

import { msPerDay } from '#lib/day.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { foldVersion, dayOfMinutes, type History } from '#domain/visits/history.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';
import {
  readMergedCards,
  readMomentsAndGestures,
  readHistory,
  readVisitsOfCard,
} from './histories.ts';
import { latestFirst, committedVisits } from './visits.ts';

/**
 * Everything of one person, taken-back rows too, each latest first; no visits of a list that is
 * still coming in.
 */
export interface CustomerRows {
  /** The surviving card and those joined into it, as written. */
  readonly customer: Customer;
  readonly joined: readonly Customer[];
  readonly history: History | undefined;
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/**
 * The rows of the person whose card, or joined card, is `id`; undefined for an unknown id. With
 * `latestGaps`, only so many of the latest visits are sure to be there, and all that were taken
 * back.
 */
export async function readCustomerRows(
  db: ShopDexie,
  id: CustomerId,
  latest = Infinity,
): Promise<CustomerRows | undefined> {
  const [cards, own, ownFacts] = await Promise.all([
    readMergedCards(db, id),
    readHistory(db, id),
    readMomentsAndGestures(db, [id]),
  ]);
  if (cards === undefined) return undefined;
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  const isUnmerged = cards.customer.id === id && ids.length === 1;
  const [history, facts] = isUnmerged
    ? [own, ownFacts]
    : await Promise.all([readHistory(db, cards.customer.id), readMomentsAndGestures(db, ids)]);
  const visits = await visitsOfCards(db, ids, knownVisits(history, latest));
  return sorted(db, { ...cards, history, visits, ...facts });
}

/** From when on visits are wanted, and the ids of all that were not taken back. */
interface KnownVisits {
  readonly since: number;
  readonly ids: ReadonlySet<VisitId>;
}

// Null where the history does not name all that are left out: then everything is read.
function knownVisits(history: History | undefined, latest: number): KnownVisits | null {
  if (history?.foldVersion !== foldVersion || history.older.visits > 0) return null;
  const minutes = history.stamps[history.stamps.length - latest];
  if (minutes === undefined) return null;
  // A stamp is a wall time. The day before it has begun in every zone when a visit with this or a
  // later stamp happens.
  return { since: (dayOfMinutes(minutes) - 1) * msPerDay, ids: new Set(history.visitIds) };
}

async function visitsOfCards(
  db: ShopDexie,
  ids: readonly CustomerId[],
  known: KnownVisits | null,
): Promise<readonly Visit[]> {
  const each = known === null ? readVisitsOfCard : latestVisitsOf(known);
  return (await Promise.all(ids.map((id) => each(db, id)))).flat();
}

// Of the earlier visits only the ids are looked through: rows are cloned one by one, ids nearly all
// at once.
function latestVisitsOf({ since, ids }: KnownVisits): typeof readVisitsOfCard {
  return async (db, id) => {
    const index = db.visits.where('[customerId+at]');
    const [latest, earlier] = await Promise.all([
      index.between([id, since], [id, Infinity]).toArray(),
      index.between([id, -Infinity], [id, since]).primaryKeys(),
    ]);
    const takenBack = earlier.filter((visitId) => !ids.has(visitId));
    if (takenBack.length === 0) return latest;
    const rows = await db.visits.bulkGet(takenBack);
    return [...latest, ...rows.filter((row) => row !== undefined)];
  };
}

async function sorted(db: ShopDexie, rows: CustomerRows): Promise<CustomerRows> {
  return {
    ...rows,
    visits: (await committedVisits(db, rows.visits)).toSorted(latestFirst),
    moments: rows.moments.toSorted(
      (a, b) => byDay(a.day, b.day) || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
    ),
    gestures: rows.gestures.toSorted(
      (a, b) =>
        byDay(a.plannedOn, b.plannedOn) || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
    ),
  };
}

function byDay(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
