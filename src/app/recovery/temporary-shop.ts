// An empty shop to restore a backup into when the device's own cannot be opened. Named like a
// sample, so that the next start deletes what is left. Must never become the current shop.

import { zeroRowCounts } from '#domain/shop/meta.ts';
import { defaultSettings } from '#domain/shop/settings.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { schemaVersion } from '#schema/versions.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { parseRow } from '#formats/backup/reader.ts';
import { saveErasures } from '#storage/tables/erasures.ts';
import { readRawShop } from '#storage/integrity/raw-indexeddb.ts';
import { createShop } from '#storage/tables/settings.ts';
import {
  rememberReplaced,
  forgetReplaced,
  type BackupContext,
} from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { deleteSnapshots } from '#app/backup/snapshots.ts';
import type { DataLossReport } from './data-loss.ts';
import { createDeps, samplePrefix, type StartProblem } from '#app/shop/open-shop.ts';

/** Erasures of the lost shop in `report` are taken over; it is null where there was no shop. */
export async function openTemporaryShop(
  device: Environment,
  report: DataLossReport | null,
): Promise<Result<Deps, StartProblem>> {
  const name = `${samplePrefix}landing-${device.ids.next()}`;
  const opened = await openDatabase(name, () => {});
  if (!opened.ok) return failed(opened.problem);
  const db = opened.value;
  await initialise(db, device, report);
  return ok(createDeps(device, db));
}

async function initialise(
  db: ShopDexie,
  device: Environment,
  report: DataLossReport | null,
): Promise<void> {
  const createdAt = device.clock.now();
  const deviceId = newDeviceId();
  const timestamp = nextTimestamp({ last: null, now: createdAt, device: deviceId });
  const meta = {
    id: 'meta' as const,
    deviceId,
    shopId: report?.marker?.shopId ?? device.ids.next(),
    lastStamp: timestamp,
    minWriter: schemaVersion,
    createdAt,
    rows: zeroRowCounts,
  };
  await createShop(db, meta, { ...defaultSettings(timestamp), zone: device.zone });
  if (report === null) return;
  const raw = await readRawShop(report.name, ['erasures']);
  const rows = raw?.tables[0]?.rows ?? [];
  // It was never upgraded where that is why it does not open.
  const schema = Math.floor((raw?.version ?? 0) / 10);
  await saveErasures(
    db,
    rows.flatMap((row) => {
      const erasure = parseRow('erasures', row, schema);
      return erasure.ok ? [erasure.value] : [];
    }),
  );
}

export async function closeTemporaryShop({ db }: Deps): Promise<void> {
  db.close();
  await deleteDatabase(db.name);
  await deleteSnapshots(db.name);
}

/** After a restore: the lost shop is retained like any replaced one. */
export function replaceLostShop(
  backupContext: BackupContext,
  temporaryShop: Deps,
  report: DataLossReport | null,
): void {
  forgetReplaced(backupContext, temporaryShop.db.name);
  if (report !== null && report.actual !== null)
    rememberReplaced(backupContext, { database: report.name, at: temporaryShop.clock.now() });
}
