// A shop that is missing, empty or has lost rows: what is known of it, what is left, and continuing
// with that once the owner accepts it. Until then its database is only read, without Dexie.

import type { RowCounts } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/transaction.ts';
import { openDatabase } from '#storage/database.ts';
import { saveRowCounts, inspectDatabase } from '#storage/integrity/row-counts.ts';
import { snapshotBeforeUpgrade } from '#app/backup/snapshot-before-upgrade.ts';
import {
  markerStores,
  markerText,
  latestMarker,
  type IntegrityMarker,
} from '#app/integrity/integrity-marker.ts';
import type { Snapshot } from '#app/backup/backup-types.ts';
import type { Environment } from '#app/environment.ts';
import { listSnapshots } from '#app/backup/snapshots.ts';
import type { StartProblem } from '#app/shop/open-shop.ts';

export interface DataLossReport {
  readonly name: string;
  /** The last known state; null when no store has it. */
  readonly marker: IntegrityMarker | null;
  /** What should be there, and what is; null when nothing at all can be read. */
  readonly expected: RowCounts | null;
  readonly actual: RowCounts | null;
  /** Whether what is left can be read, and so can be opened. */
  readonly isOpenable: boolean;
  /** Verified snapshots, latest first. */
  readonly snapshots: readonly Snapshot[];
}

export async function inspectLoss(name: string): Promise<DataLossReport> {
  const [marker, { actual, isReadable }, snapshots] = await Promise.all([
    latestMarker(markerStores(), name),
    inspectDatabase(name),
    listSnapshots(name),
  ]);
  const expected = marker?.rows ?? null;
  return { name, marker, expected, actual, snapshots, isOpenable: isReadable };
}

/** Accepts what is left as the whole shop; call it only after showing what is missing. */
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
