// Worker: restores a backup into a new database. The open shop is only read; the caller decides
// which becomes current.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { Erasure } from '#domain/customers/customer.ts';
import type { Meta } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/transaction.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { finishRestore, verifyVisits } from '#storage/restore/finish-restore.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { scratchName } from '#app/integrity/scratch-name.ts';
import { turnOverLog } from '#storage/integrity/turn-over-log.ts';
import { mergeErasures, withoutErased } from '#formats/backup/merge-facts.ts';
import type { RestoredShop, BackupFile, RestoreRequest } from './backup-types.ts';
import { readBackup } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { createBulkLoader, type BulkLoader } from './bulk-loader.ts';
import { takeSnapshot } from './snapshots.ts';
import { readShopSize } from '#app/shop/shop-size.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** Makes `request.database` from its file; deletes it after any problem. */
export async function restoreToDatabase(
  deps: Deps,
  request: RestoreRequest,
  context: RequestContext,
): Promise<Result<RestoredShop, BackupProblem>> {
  await takeSnapshot(deps, context);
  return withNewDatabase(request.database, (db) => restoreInto(db, deps, { ...request, context }));
}

export async function withNewDatabase<T>(
  database: string,
  make: (db: ShopDexie) => Promise<Result<T, BackupProblem>>,
): Promise<Result<T, BackupProblem>> {
  // Held so that another window does not take it for an unfinished one.
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
  // Never written, not even to be erased at the end: the browser's log would keep it.
  const erased = new Set((await readErasures(deps.db)).map((each) => each.customerId));
  const read = await readBackup({
    file,
    phrases,
    context,
    onBatch: (batch) => loader.add(withoutErased(batch, erased)),
  });
  if (!read.ok) return read;
  return finishLoadedShop(db, deps, { shopId: read.value.head.shop, loader });
}

interface LoadedShop {
  readonly shopId: string;
  readonly loader: BulkLoader;
}

/** Verifies what `loader` wrote to `db` and completes the shop in it. */
export async function finishLoadedShop(
  db: ShopDexie,
  deps: Deps,
  loaded: LoadedShop,
): Promise<Result<RestoredShop, BackupProblem>> {
  const rest = await loaded.loader.finish();
  if (!rest.ok) return rest;
  const completed = await attempt(() => verifyAndFinish(db, deps, loaded));
  if (!completed.ok) return completed;
  // The name of a home that is empty now was written before it was known to be.
  if ((await readErasures(db)).length > 0) await turnOverLog(scratchName(db.name));
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

// Whoever was erased from either shop stays erased.
async function readAllErasures(restored: ShopDexie, here: ShopDexie): Promise<readonly Erasure[]> {
  const [theirs, ours] = await Promise.all([readErasures(restored), readErasures(here)]);
  return mergeErasures(ours, theirs);
}

interface Origin {
  readonly shopId: string;
  readonly latest: HlcTimestamp | null;
  readonly now: number;
}

// A new device id, since the same stamp must never be given twice: not when this shop is put away
// and the one of before goes on. The next stamp comes after all it has seen in either shop.
function metaOf(here: Meta | undefined, { shopId, latest, now }: Origin): Meta {
  const last = here?.lastStamp ?? null;
  return {
    id: 'meta',
    deviceId: newDeviceId(),
    shopId,
    lastStamp: last !== null && (latest === null || last > latest) ? last : latest,
    minWriter: schemaVersion,
    createdAt: now,
  };
}
