// The parcels table of the tablets' database.

import type { Collection } from 'dexie';
import type { ParcelCounts, ParcelName } from '#domain/tablets/parcel-counts.ts';
import type { KeptParcel, TabletsDexie, TabletState } from './tablets-database.ts';

export async function readTabletState(db: TabletsDexie): Promise<TabletState | undefined> {
  return db.state.get('state');
}

/** Changes the state; what another tab changed meanwhile stays. */
export async function updateTabletState(
  db: TabletsDexie,
  change: (state: TabletState) => Partial<TabletState>,
): Promise<void> {
  await db.transaction('rw', db.state, async () => {
    const state = await db.state.get('state');
    if (state !== undefined) await db.state.put({ ...state, ...change(state) });
  });
}

/** The number of the last parcel kept of each tablet. */
export async function readParcelCounts(db: TabletsDexie): Promise<ParcelCounts> {
  const counts = await db.counts.toArray();
  return Object.fromEntries(counts.map(({ tablet, number }) => [tablet, number]));
}

/** Keeps `parcel` when it is the next one of its tablet; gives whether it is kept. */
export async function keepParcel(db: TabletsDexie, parcel: KeptParcel): Promise<boolean> {
  const { tablet, number } = parcel;
  return db.transaction('rw', [db.parcels, db.emptied, db.counts], async () => {
    const [last, emptied] = await Promise.all([
      db.counts.get(tablet),
      db.emptied.get([tablet, number]),
    ]);
    const count = last?.number ?? 0;
    if (number !== count + 1) return number <= count;
    await Promise.all([
      db.parcels.add(emptied === undefined ? parcel : { ...parcel, bytes: noBytes }),
      db.counts.put({ tablet, number }),
    ]);
    return true;
  });
}

const noBytes = new Uint8Array(0);

/** Lets go of what is in the parcels of these names, and of what comes under them later. */
export async function emptyParcels(db: TabletsDexie, names: readonly ParcelName[]): Promise<void> {
  if (names.length === 0) return;
  const keys = names.map(({ tablet, number }): [string, number] => [tablet, number]);
  await db.transaction('rw', [db.parcels, db.emptied, db.aside], async () => {
    const kept = await db.parcels.bulkGet(keys);
    const emptied = kept.filter((each) => each !== undefined);
    await db.parcels.bulkPut(emptied.map((each) => ({ ...each, bytes: noBytes })));
    await db.emptied.bulkPut([...names]);
    await db.aside.bulkDelete(keys);
  });
}

export async function isEmptied(
  db: TabletsDexie,
  { tablet, number }: ParcelName,
): Promise<boolean> {
  return (await db.emptied.get([tablet, number])) !== undefined;
}

function emptiedUpTo(
  db: TabletsDexie,
  { tablet, number }: ParcelName,
): Collection<ParcelName, [string, number]> {
  return db.emptied.where(':id').between([tablet, 0], [tablet, number], true, true);
}

/**
 * The numbers of the emptied parcels of `tablet` up to the one called `number`, if more than
 * `known`.
 */
export async function readEmptied(
  db: TabletsDexie,
  { tablet, number }: ParcelName,
  known: number,
): Promise<readonly number[]> {
  const emptied = emptiedUpTo(db, { tablet, number });
  if ((await emptied.count()) <= known) return [];
  return (await emptied.primaryKeys()).map(([, each]) => each);
}

/** The parcels of all tablets after the one called `after`, in the order of their names. */
export async function readAllParcelsAfter(
  db: TabletsDexie,
  after: ParcelName | null,
  limit: number,
): Promise<readonly KeptParcel[]> {
  const { tablet, number } = after ?? { tablet: '', number: 0 };
  return db.parcels.where(':id').above([tablet, number]).limit(limit).toArray();
}

/** Has the parcels looked through from the first one on, from `dueAt` (epoch ms). */
export async function requestSweep(db: TabletsDexie, dueAt: number): Promise<void> {
  await updateTabletState(db, ({ sweep }) => ({
    sweep: {
      dueAt: Math.min(dueAt, sweep?.dueAt ?? dueAt),
      after: null,
      hasEmptied: sweep?.hasEmptied ?? false,
    },
  }));
}

/** The parcels of one tablet after `number`, at most `limit`. */
export async function readParcelsAfter(
  db: TabletsDexie,
  { tablet, number }: { readonly tablet: string; readonly number: number },
  limit: number,
): Promise<readonly KeptParcel[]> {
  return db.parcels
    .where(':id')
    .between([tablet, number], [tablet, Infinity], false)
    .limit(limit)
    .toArray();
}
