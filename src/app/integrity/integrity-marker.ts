// The marker of the open shop, stored in several places outside of its database: the last write,
// the row counts, the last backup. A database behind its marker has lost data; a marker may lag.

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

export interface IntegrityMarker {
  readonly database: string;
  readonly shopId: string;
  readonly lastStamp: string;
  /** Null before the rows were first counted. */
  readonly rows: RowCounts | null;
  /** When this was written, epoch ms. */
  readonly at: number;
  /** When the last backup was made, epoch ms; null for never. */
  readonly lastCopyAt: number | null;
}

export function markerStores(): readonly MarkerStore[] {
  return [localStorageMarker(), opfsMarker, folderStore];
}

// The manifest in the backup folder serves as a marker: read here, written with each backup.
const folderStore: MarkerStore = {
  async read(database) {
    const folder = await loadFolder();
    if (folder === undefined || (await folderPermission(folder)) !== 'open') return null;
    const { listBackups } = await import('#app/backup/write-backup.ts');
    const latest = (await listBackups(folder))
      .filter(
        (backup) => backup.database !== '' && backup.database === (database ?? backup.database),
      )
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

/** The latest marker among `stores`, of `database` or of any shop; null when there is none. */
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

export function markerText(marker: IntegrityMarker): string {
  return JSON.stringify(marker);
}

function markerFrom(text: string | null): IntegrityMarker | null {
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
