// A place for a copy to come back to when the tablet's own shop cannot be opened: an empty shop that nobody enters. It passes for a half-made
// sample, so that whatever is left of it is cleared away at the next start. It must never become the shop itself.

import { noRows } from '#domain/shop/meta.ts';
import { defaultSettings } from '#domain/shop/settings.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextStamp } from '#lib/hlc.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { rowFrom } from '#schema/validate-row.ts';
import { schemaVersion } from '#schema/versions.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { keepErasures } from '#storage/tables/erasures.ts';
import { readRawShop } from '#storage/integrity/raw-indexeddb.ts';
import { createShop } from '#storage/tables/settings.ts';
import { keepShop, unkeepShop, type CopyKeeping } from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';
import type { Device } from '#app/environment.ts';
import { dropSnapshots } from '#app/backup/snapshots.ts';
import type { LostShop } from './data-loss.ts';
import { depsOn, samplePrefix, type StartProblem } from '#app/shop/open-shop.ts';

/**
 * Opens a landing for copies of the shop `lost`: whoever was forgotten there stays forgotten in what comes back. Null on a tablet without a shop.
 */
export async function openLanding(
  device: Device,
  lost: LostShop | null,
): Promise<Result<Deps, StartProblem>> {
  const name = `${samplePrefix}landing-${device.ids.next()}`;
  const opened = await openDatabase(name, () => {});
  if (!opened.ok) return failed(opened.problem);
  const db = opened.value;
  await furnish(db, device, lost);
  return ok(depsOn(device, db));
}

async function furnish(db: ShopDexie, device: Device, lost: LostShop | null): Promise<void> {
  const createdAt = device.clock.now();
  const deviceId = newDeviceId();
  const stamp = nextStamp({ last: null, now: createdAt, device: deviceId });
  const meta = {
    id: 'meta' as const,
    deviceId,
    shopId: lost?.canary?.shopId ?? device.ids.next(),
    lastStamp: stamp,
    minWriter: schemaVersion,
    createdAt,
    rows: noRows,
  };
  await createShop(db, meta, { ...defaultSettings(stamp), zone: device.zone });
  if (lost === null) return;
  const raw = await readRawShop(lost.name, ['erasures']);
  const rows = raw?.tables[0]?.rows ?? [];
  await keepErasures(
    db,
    rows.flatMap((row) => {
      const erasure = rowFrom('erasures', row);
      return erasure.ok ? [erasure.value] : [];
    }),
  );
}

/** The shop in `deps.db` is not needed any more: a copy has come back, or nobody wants one. */
export async function closeLanding({ db }: Deps): Promise<void> {
  db.close();
  await deleteDatabase(db.name);
  await dropSnapshots(db.name);
}

/** A copy came back in place of the shop `lost`, which stays as it is for thirty days like any that was replaced. */
export function replaceLost(keeping: CopyKeeping, landing: Deps, lost: LostShop | null): void {
  unkeepShop(keeping, landing.db.name);
  if (lost !== null && lost.found !== null)
    keepShop(keeping, { database: lost.name, at: landing.clock.now() });
}
