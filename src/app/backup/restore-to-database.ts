// The worker's part of bringing a copy back: a whole new database made from the file, beside the shop that is open. That shop is only ever
// read; which of the two is the shop is decided elsewhere, after this has succeeded.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { Erasure } from '#domain/customers/erasure.ts';
import type { Meta } from '#domain/shop/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { Stamp } from '#lib/hlc.ts';
import { whileAlone } from '#platform/concurrency/exclusive-lock.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/attempt.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { completeShop, verifiedVisits } from '#storage/restore/finish-restore.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { mergedErasures } from '#formats/backup/merge-facts.ts';
import type { RestoredShop } from './backup-results.ts';
import { readCopy } from './read-backup.ts';
import type { CopyFile, RestoreOrder } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { layerOn, type Layer } from './bulk-loader.ts';
import { keepSnapshot } from './snapshots.ts';
import { shopSize } from '#app/shop/shop-size.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Makes the database of `order` from its file and gives the size of the shop in it. After any problem nothing of it is left. */
export async function restoreCopy(
  deps: Deps,
  order: RestoreOrder,
  job: Job,
): Promise<Result<RestoredShop, CopyProblem>> {
  await keepSnapshot(deps, job);
  return madeDatabase(order.database, (db) => restoreInto(db, deps, { ...order, job }));
}

/** A database made by `make`, which nobody takes for one left half-made meanwhile. After any problem nothing of it is left. */
export async function madeDatabase<T>(
  database: string,
  make: (db: ShopDexie) => Promise<Result<T, CopyProblem>>,
): Promise<Result<T, CopyProblem>> {
  // Held so that another window does not take this database for one that was left half-made.
  return whileAlone(database, async () => {
    const opened = await openDatabase(database, () => {});
    if (!opened.ok) return failed(opened.problem);
    const made = await make(opened.value).finally(() => opened.value.close());
    if (!made.ok) await deleteDatabase(database);
    return made;
  });
}

interface Restoring extends CopyFile {
  readonly job: Job;
}

async function restoreInto(
  db: ShopDexie,
  deps: Deps,
  { file, phrases = [], job }: Restoring,
): Promise<Result<RestoredShop, CopyProblem>> {
  const layer = layerOn(db);
  const read = await readCopy({ file, phrases, job, onBatch: layer.add });
  if (!read.ok) return read;
  return completedShop(db, deps, { shopId: read.value.head.shop, layer });
}

/** What a new database is completed from. */
export interface LaidShop {
  readonly shopId: string;
  readonly layer: Layer;
}

/** Verifies what `layer` laid down in `db` and makes a whole shop of it, beside the open shop of `deps`. */
export async function completedShop(
  db: ShopDexie,
  deps: Deps,
  laid: LaidShop,
): Promise<Result<RestoredShop, CopyProblem>> {
  const rest = await laid.layer.finish();
  if (!rest.ok) return rest;
  const completed = await attempt(() => complete(db, deps, laid));
  if (!completed.ok) return completed;
  return completed.value === undefined
    ? failed({ kind: 'copy-not-verified' })
    : ok(completed.value);
}

// Undefined when the facts do not read back as they were written.
async function complete(
  db: ShopDexie,
  deps: Deps,
  { shopId, layer }: LaidShop,
): Promise<RestoredShop | undefined> {
  const verified = await verifiedVisits(db, layer.digests());
  if (verified === undefined) return undefined;
  const now = deps.clock.now();
  await completeShop(db, {
    ...verified,
    now,
    erasures: await allErasures(db, deps.db),
    meta: metaOf(await readMeta(deps.db), { shopId, now, greatest: layer.greatestStamp() }),
  });
  return { ...(await shopSize(db)), stamp: (await readMeta(db))?.lastStamp ?? null };
}

// Somebody forgotten stays forgotten, whichever of the two shops they asked.
async function allErasures(restored: ShopDexie, here: ShopDexie): Promise<readonly Erasure[]> {
  const [theirs, ours] = await Promise.all([readErasures(restored), readErasures(here)]);
  return mergedErasures(ours, theirs);
}

interface Origin {
  readonly shopId: string;
  readonly greatest: Stamp | null;
  readonly now: number;
}

// The device stays the same device, and its next stamp comes after everything it has seen in either shop.
function metaOf(here: Meta | undefined, { shopId, greatest, now }: Origin): Meta {
  const last = here?.lastStamp ?? null;
  return {
    id: 'meta',
    deviceId: here?.deviceId ?? newDeviceId(),
    shopId,
    lastStamp: last !== null && (greatest === null || last > greatest) ? last : greatest,
    minWriter: schemaVersion,
    createdAt: now,
  };
}
