// The parcels table of the tablets' database.

import type { ParcelCounts } from '#domain/tablets/parcel-counts.ts';
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
  const counts: Record<string, number> = {};
  for (let before = '\uffff'; ;) {
    const last = await db.parcels.where(':id').below([before, -Infinity]).last();
    if (last === undefined) return counts;
    counts[last.tablet] = last.number;
    before = last.tablet;
  }
}

/** Keeps `parcel` when it is the next one of its tablet; gives whether it is kept. */
export async function keepParcel(db: TabletsDexie, parcel: KeptParcel): Promise<boolean> {
  const { tablet, number } = parcel;
  return db.transaction('rw', db.parcels, async () => {
    const [known, before] = await db.parcels.bulkGet([
      [tablet, number],
      [tablet, number - 1],
    ]);
    if (known !== undefined) return true;
    if (before === undefined && number > 1) return false;
    await db.parcels.add(parcel);
    return true;
  });
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
