// What is kept about the open shop outside of its database, in several places: how far it had come, how much was in it, when the last copy
// was made. A database that shows less than any of them has lost something. It may lag behind the database: ahead of it is an alarm.

import type { RowTally } from '#domain/shop/meta.ts';
import { draftValue } from '#platform/browser-storage/local-store.ts';
import {
  ownFilePlace,
  smallStorePlace,
  type CanaryPlace,
} from '#platform/browser-storage/marker-stores.ts';
import { folderState, keptFolder } from '#platform/files/directory-handle.ts';

export type { CanaryPlace } from '#platform/browser-storage/marker-stores.ts';

/** A few words about a shop at one moment. */
export interface Canary {
  readonly database: string;
  readonly shopId: string;
  /** The stamp of the last write that was on the disk. */
  readonly lastStamp: string;
  /** How many rows there were; null before they were first counted. */
  readonly rows: RowTally | null;
  /** When this was noted, epoch ms. */
  readonly at: number;
  /** When the last copy was made, epoch ms; null for never. */
  readonly lastCopyAt: number | null;
}

/** The places of this device. */
export function canaryPlaces(): readonly CanaryPlace[] {
  return [smallStorePlace(), ownFilePlace, folderPlace];
}

// Each copy in the folder says how far the shop had come: it is read here, and written with the copies.
const folderPlace: CanaryPlace = {
  async read(database) {
    const folder = await keptFolder();
    if (folder === undefined || (await folderState(folder)) !== 'open') return null;
    const { copiesIn } = await import('#app/backup/write-backup.ts');
    const latest = (await copiesIn(folder))
      .filter((copy) => copy.database !== '' && copy.database === (database ?? copy.database))
      .toSorted((a, b) => b.at - a.at)[0];
    if (latest === undefined || latest.stamp === null) return null;
    const { shop: shopId, stamp: lastStamp, at } = latest;
    return canaryText({
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

/** The canary that had come furthest among `places`, of the shop in `database` or of any; null when all are gone. */
export async function strongestCanary(
  places: readonly CanaryPlace[],
  database: string | null = null,
): Promise<Canary | null> {
  const texts = await Promise.all(places.map((place) => place.read(database)));
  return texts
    .flatMap((text) => canaryFrom(text) ?? [])
    .filter((canary) => database === null || canary.database === database)
    .reduce<Canary | null>(
      (best, canary) => (best !== null && best.lastStamp >= canary.lastStamp ? best : canary),
      null,
    );
}

/** The canary as text, for the places and for the list of copies in a folder. */
export function canaryText(canary: Canary): string {
  return JSON.stringify(canary);
}

/** The canary that `text` spells, or null. */
export function canaryFrom(text: string | null): Canary | null {
  const value = draftValue(text);
  if (!isRecord(value)) return null;
  const { database, shopId, lastStamp, rows, at, lastCopyAt } = value;
  if (typeof database !== 'string' || typeof shopId !== 'string') return null;
  if (typeof lastStamp !== 'string' || typeof at !== 'number') return null;
  return {
    database,
    shopId,
    lastStamp,
    rows: tallyFrom(rows),
    at,
    lastCopyAt: typeof lastCopyAt === 'number' ? lastCopyAt : null,
  };
}

function tallyFrom(value: unknown): RowTally | null {
  if (!isRecord(value)) return null;
  const { visits, customers, moments, gestures } = value;
  if (typeof visits !== 'number' || typeof customers !== 'number') return null;
  if (typeof moments !== 'number' || typeof gestures !== 'number') return null;
  return { visits, customers, moments, gestures };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
