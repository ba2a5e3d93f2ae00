// A shop that is gone, empty or less than it was: what is known of it, what is still there, and
// going on with that once somebody has said that it is right. Its database is only ever looked at,
// natively and without repair, until then.

import type { RowCounts } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { openDatabase } from '#storage/database.ts';
import { saveRowCounts, inspectDatabase } from '#storage/integrity/row-counts.ts';
import { snapshotBeforeUpgrade } from '#app/backup/snapshot-before-upgrade.ts';
import {
  markerStores,
  markerText,
  latestMarker,
  type IntegrityMarker,
} from '#app/integrity/integrity-marker.ts';
import type { Snapshot } from '#app/backup/backup-results.ts';
import type { Environment } from '#app/environment.ts';
import { listSnapshots } from '#app/backup/snapshots.ts';
import type { StartProblem } from '#app/shop/open-shop.ts';

/** What is known of a shop that does not add up. */
export interface DataLossReport {
  readonly name: string;
  /** How it was when last seen whole; null when no place remembers it. */
  readonly marker: IntegrityMarker | null;
  /** What should be there, and what is; null when nothing at all can be read. */
  readonly expected: RowCounts | null;
  readonly actual: RowCounts | null;
  /** Whether what is left can be read, and so could be opened and gone on with. */
  readonly isOpenable: boolean;
  /** Verified copies that this browser kept by itself, latest first. */
  readonly snapshots: readonly Snapshot[];
}

/** Looks at the shop in the database `name` without touching it. */
export async function inspectLoss(name: string): Promise<DataLossReport> {
  const [marker, { actual, isReadable }, snapshots] = await Promise.all([
    latestMarker(markerStores(), name),
    inspectDatabase(name),
    listSnapshots(name),
  ]);
  const told = marker?.rows ?? null;
  return { name, marker, expected: told, actual, snapshots, isOpenable: isReadable };
}

/**
 * What is there is right: from now on it counts as the whole shop. To be called only after saying
 * what is missing; opening it is next.
 */
export async function acceptLoss(
  { pointer, clock }: Pick<Environment, 'pointer' | 'clock'>,
  name: string,
): Promise<Result<null, StartProblem>> {
  const opened = await openDatabase(name, () => {}, snapshotBeforeUpgrade({ clock }));
  if (!opened.ok) return failed(opened.problem);
  const saved = await attempt(() => saveRowCounts(opened.value));
  opened.value.close();
  if (!saved.ok) return saved;
  const meta = saved.value;
  if (meta === undefined) return failed({ kind: 'storage-failed', name: 'NoShop' });
  const lastStamp = meta.lastStamp ?? '';
  pointer.setLastTimestamp(name, lastStamp);
  const text = markerText({
    database: name,
    shopId: meta.shopId,
    lastStamp,
    rows: meta.rows ?? null,
    at: clock.now(),
    lastCopyAt: null,
  });
  await Promise.all(markerStores().map((place) => place.write(text)));
  return ok(null);
}
