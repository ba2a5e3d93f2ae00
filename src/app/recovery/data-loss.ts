// A shop that is gone, empty or less than it was: what is known of it, what is still there, and going on with that once somebody has said
// that it is right. Its database is only ever looked at, natively and without repair, until then.

import type { RowTally } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { openDatabase } from '#storage/database.ts';
import { keepTally, lookAtRows } from '#storage/integrity/row-counts.ts';
import { snapshotFirst } from '#app/backup/snapshot-before-upgrade.ts';
import {
  canaryPlaces,
  canaryText,
  strongestCanary,
  type Canary,
} from '#app/integrity/integrity-marker.ts';
import type { KeptSnapshot } from '#app/backup/backup-results.ts';
import type { Device } from '#app/environment.ts';
import { keptSnapshots } from '#app/backup/snapshots.ts';
import type { StartProblem } from '#app/shop/open-shop.ts';

/** What is known of a shop that does not add up. */
export interface LostShop {
  readonly name: string;
  /** How it was when last seen whole; null when no place remembers it. */
  readonly canary: Canary | null;
  /** What should be there, and what is; null when nothing at all can be read. */
  readonly told: RowTally | null;
  readonly found: RowTally | null;
  /** Whether what is left can be read, and so could be opened and gone on with. */
  readonly isOpenable: boolean;
  /** Verified copies that this browser kept by itself, latest first. */
  readonly snapshots: readonly KeptSnapshot[];
}

/** Looks at the shop in the database `name` without touching it. */
export async function lookAtLost(name: string): Promise<LostShop> {
  const [canary, { found, isReadable }, snapshots] = await Promise.all([
    strongestCanary(canaryPlaces(), name),
    lookAtRows(name),
    keptSnapshots(name),
  ]);
  const told = canary?.rows ?? null;
  return { name, canary, told, found, snapshots, isOpenable: isReadable };
}

/**
 * What is there is right: from now on it counts as the whole shop. To be called only after saying what is missing; opening it is next.
 */
export async function goOnWithLess(
  { pointer, clock }: Pick<Device, 'pointer' | 'clock'>,
  name: string,
): Promise<Result<null, StartProblem>> {
  const opened = await openDatabase(name, () => {}, snapshotFirst({ clock }));
  if (!opened.ok) return failed(opened.problem);
  const kept = await attempt(() => keepTally(opened.value));
  opened.value.close();
  if (!kept.ok) return kept;
  const meta = kept.value;
  if (meta === undefined) return failed({ kind: 'storage-failed', name: 'NoShop' });
  const lastStamp = meta.lastStamp ?? '';
  pointer.see(name, lastStamp);
  const text = canaryText({
    database: name,
    shopId: meta.shopId,
    lastStamp,
    rows: meta.rows ?? null,
    at: clock.now(),
    lastCopyAt: null,
  });
  await Promise.all(canaryPlaces().map((place) => place.write(text)));
  return ok(null);
}
