// The worker's part of bringing a copy back: a whole new database made from the file, beside the
// shop that is open. That shop is only ever read; which of the two is the shop is decided
// elsewhere, after this has succeeded.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { Erasure } from '#domain/customers/erasure.ts';
import type { Meta } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/attempt.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { finishRestore, verifyVisits } from '#storage/restore/finish-restore.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { mergeErasures } from '#formats/backup/merge-facts.ts';
import type { RestoredShop } from './backup-results.ts';
import { readBackup } from './read-backup.ts';
import type { BackupFile, RestoreRequest } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { createBulkLoader, type BulkLoader } from './bulk-loader.ts';
import { takeSnapshot } from './snapshots.ts';
import { readShopSize } from '#app/shop/shop-size.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/**
 * Makes the database of `priority` from its file and gives the size of the shop in it. After any
 * problem nothing of it is left.
 */
export async function restoreToDatabase(
  deps: Deps,
  order: RestoreRequest,
  context: RequestContext,
): Promise<Result<RestoredShop, BackupProblem>> {
  await takeSnapshot(deps, context);
  return withNewDatabase(order.database, (db) => restoreInto(db, deps, { ...order, context }));
}

/**
 * A database made by `make`, which nobody takes for one left half-made meanwhile. After any problem
 * nothing of it is left.
 */
export async function withNewDatabase<T>(
  database: string,
  make: (db: ShopDexie) => Promise<Result<T, BackupProblem>>,
): Promise<Result<T, BackupProblem>> {
  // Held so that another window does not take this database for one that was left half-made.
  return withLock(database, async () => {
    const opened = await openDatabase(database, () => {});
    if (!opened.ok) return failed(opened.problem);
    const made = await make(opened.value).finally(() => opened.value.close());
    if (!made.ok) await deleteDatabase(database);
    return made;
  });
}

interface RestoreTask extends BackupFile {
  readonly context: RequestContext;
}

async function restoreInto(
  db: ShopDexie,
  deps: Deps,
  { file, phrases = [], context }: RestoreTask,
): Promise<Result<RestoredShop, BackupProblem>> {
  const loader = createBulkLoader(db);
  const read = await readBackup({ file, phrases, context, onBatch: loader.add });
  if (!read.ok) return read;
  return finishLoadedShop(db, deps, { shopId: read.value.head.shop, loader });
}

/** What a new database is completed from. */
export interface LoadedShop {
  readonly shopId: string;
  readonly loader: BulkLoader;
}

/**
 * Verifies what `loader` laid down in `db` and makes a whole shop of it, beside the open shop of
 * `deps`.
 */
export async function finishLoadedShop(
  db: ShopDexie,
  deps: Deps,
  loaded: LoadedShop,
): Promise<Result<RestoredShop, BackupProblem>> {
  const rest = await loaded.loader.finish();
  if (!rest.ok) return rest;
  const completed = await attempt(() => verifyAndFinish(db, deps, loaded));
  if (!completed.ok) return completed;
  return completed.value === undefined
    ? failed({ kind: 'backup-not-verified' })
    : ok(completed.value);
}

// Undefined when the facts do not read back as they were written.
async function verifyAndFinish(
  db: ShopDexie,
  deps: Deps,
  { shopId, loader }: LoadedShop,
): Promise<RestoredShop | undefined> {
  const verified = await verifyVisits(db, loader.digests());
  if (verified === undefined) return undefined;
  const now = deps.clock.now();
  await finishRestore(db, {
    ...verified,
    now,
    erasures: await readAllErasures(db, deps.db),
    meta: metaOf(await readMeta(deps.db), { shopId, now, latest: loader.maxTimestamp() }),
  });
  return { ...(await readShopSize(db)), stamp: (await readMeta(db))?.lastStamp ?? null };
}

// Somebody forgotten stays forgotten, whichever of the two shops they asked.
async function readAllErasures(restored: ShopDexie, here: ShopDexie): Promise<readonly Erasure[]> {
  const [theirs, ours] = await Promise.all([readErasures(restored), readErasures(here)]);
  return mergeErasures(ours, theirs);
}

interface Origin {
  readonly shopId: string;
  readonly latest: HlcTimestamp | null;
  readonly now: number;
}

// The device stays the same device, and its next stamp comes after everything it has seen in either
// shop.
function metaOf(here: Meta | undefined, { shopId, latest, now }: Origin): Meta {
  const last = here?.lastStamp ?? null;
  return {
    id: 'meta',
    deviceId: here?.deviceId ?? newDeviceId(),
    shopId,
    lastStamp: last !== null && (latest === null || last > latest) ? last : latest,
    minWriter: schemaVersion,
    createdAt: now,
  };
}
