// What is stored about the open shop outside of its database, in several stores: its last write, how
// many rows it had, when the last backup was made. A database that has less has lost something. The
// marker may lag behind the database; a marker ahead of it is an alarm.

import type { RowCounts } from '#domain/shop/meta.ts';
import { numberShape, recordShape, textShape, withDefault } from '#lib/shape.ts';
import { parseStored } from '#platform/browser-storage/local-store.ts';
import {
  opfsMarker,
  localStorageMarker,
  type MarkerStore,
} from '#platform/browser-storage/marker-stores.ts';
import { folderPermission, loadFolder } from '#platform/files/directory-handle.ts';

export type { MarkerStore } from '#platform/browser-storage/marker-stores.ts';

/** The state of a shop at one time. */
export interface IntegrityMarker {
  readonly database: string;
  readonly shopId: string;
  /** The timestamp of the last write on the disk. */
  readonly lastStamp: string;
  /** Null before the rows were first counted. */
  readonly rows: RowCounts | null;
  /** When this was written, epoch ms. */
  readonly at: number;
  /** When the last copy was made, epoch ms; null for never. */
  readonly lastCopyAt: number | null;
}

export function markerStores(): readonly MarkerStore[] {
  return [localStorageMarker(), opfsMarker, folderStore];
}

// Each copy in the folder says how far the shop had come: it is read here, and written with the
// copies.
const folderStore: MarkerStore = {
  async read(database) {
    const folder = await loadFolder();
    if (folder === undefined || (await folderPermission(folder)) !== 'open') return null;
    const { listBackups } = await import('#app/backup/write-backup.ts');
    const latest = (await listBackups(folder))
      .filter((copy) => copy.database !== '' && copy.database === (database ?? copy.database))
      .toSorted((a, b) => b.at - a.at)[0];
    if (latest === undefined || latest.stamp === null) return null;
    const { shop: shopId, stamp: lastStamp, at } = latest;
    return markerText({
      database: latest.database,
      shopId,
      lastStamp,
      rows: null,
      at,
      lastCopyAt: at,
    });
  },
  write: () => Promise.resolve(),
};

/**
 * The canary that had come furthest among `stores`, of the shop in `database` or of any; null when
 * all are gone.
 */
export async function latestMarker(
  stores: readonly MarkerStore[],
  database: string | null = null,
): Promise<IntegrityMarker | null> {
  const texts = await Promise.all(stores.map((store) => store.read(database)));
  return texts
    .flatMap((text) => markerFrom(text) ?? [])
    .filter((marker) => database === null || marker.database === database)
    .reduce<IntegrityMarker | null>(
      (best, marker) => (best !== null && best.lastStamp >= marker.lastStamp ? best : marker),
      null,
    );
}

/** The canary as text, for the places and for the list of copies in a folder. */
export function markerText(marker: IntegrityMarker): string {
  return JSON.stringify(marker);
}

/** The marker that `text` spells, or null. */
export function markerFrom(text: string | null): IntegrityMarker | null {
  return parseStored(text, markerShape) ?? null;
}

const rowCounts = recordShape<RowCounts>({
  visits: numberShape,
  customers: numberShape,
  moments: numberShape,
  gestures: numberShape,
});
const markerShape = recordShape<IntegrityMarker>({
  database: textShape,
  shopId: textShape,
  lastStamp: textShape,
  rows: withDefault(rowCounts, null),
  at: numberShape,
  lastCopyAt: withDefault(numberShape, null),
});
