// All rows of one customer, for their page, in two rounds to the disk: the history says from when
// on visits are needed. Index ranges are read whole: a cursor over each row costs far more.

import { msPerDay } from '#lib/day.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { foldVersion, dayOfMinutes, type History } from '#domain/visits/history.ts';
import type { Moment } from '#domain/visits/moment.ts';
import { latestVisitFirst, type Visit, type VisitId } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';
import {
  readMergedCustomers,
  readMomentsAndGestures,
  readHistory,
  readOwnVisits,
} from './histories.ts';
import { committedVisits } from './visits.ts';

/** All of one customer, voided rows too, each latest first; no visits of an unfinished import. */
export interface CustomerRows {
  /** The surviving customer and those merged into it, as written. */
  readonly customer: Customer;
  readonly joined: readonly Customer[];
  readonly history: History | undefined;
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/**
 * The rows of the customer `id`, or of whom they were merged into; undefined for an unknown id.
 * With `latest`, only so many latest visits and all voided ones are sure to be there.
 */
export async function readCustomerRows(
  db: ShopDexie,
  id: CustomerId,
  latest = Infinity,
): Promise<CustomerRows | undefined> {
  const [merged, own, ownFacts] = await Promise.all([
    readMergedCustomers(db, id),
    readHistory(db, id),
    readMomentsAndGestures(db, [id]),
  ]);
  if (merged === undefined) return undefined;
  const ids = [merged.customer, ...merged.joined].map((customer) => customer.id);
  const isUnmerged = merged.customer.id === id && ids.length === 1;
  const [history, facts] = isUnmerged
    ? [own, ownFacts]
    : await Promise.all([readHistory(db, merged.customer.id), readMomentsAndGestures(db, ids)]);
  const visits = await readVisits(db, ids, knownVisits(history, latest));
  return sorted(db, { ...merged, history, visits, ...facts });
}

/** From when on visits are wanted, and the ids of all that are not voided. */
interface KnownVisits {
  readonly since: number;
  readonly ids: ReadonlySet<VisitId>;
}

// Null where the history does not name all that are left out: then everything is read.
function knownVisits(history: History | undefined, latest: number): KnownVisits | null {
  if (history?.foldVersion !== foldVersion || history.older.visits > 0) return null;
  const minutes = history.stamps[history.stamps.length - latest];
  if (minutes === undefined) return null;
  // Minutes are wall time. The day before has begun in every zone when a visit at these or later
  // minutes happens.
  return { since: (dayOfMinutes(minutes) - 1) * msPerDay, ids: new Set(history.visitIds) };
}

async function readVisits(
  db: ShopDexie,
  ids: readonly CustomerId[],
  known: KnownVisits | null,
): Promise<readonly Visit[]> {
  const each = known === null ? readOwnVisits : latestVisitsOf(known);
  return (await Promise.all(ids.map((id) => each(db, id)))).flat();
}

// Of earlier visits only the ids are read: rows are cloned one by one, ids nearly all at once.
function latestVisitsOf({ since, ids }: KnownVisits): typeof readOwnVisits {
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
    visits: (await committedVisits(db, rows.visits)).toSorted(latestVisitFirst),
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
