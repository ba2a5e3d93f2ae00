// Creating a shop and deleting the sample. Apart from the daily start, because it happens once or
// twice on a tablet.

import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import { zeroRowCounts, type Meta } from '#domain/shop/meta.ts';
import { defaultSettings, type SettingsValues } from '#domain/shop/settings.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/transaction.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { createShop } from '#storage/tables/settings.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { shopPrefix } from './discover-shops.ts';
import { createDeps, samplePrefix, type StartContext } from './open-shop.ts';

/** Creates an empty shop besides whatever is here, and makes it the current one. */
export async function createOwnShop(
  startContext: StartContext,
  values: Partial<SettingsValues>,
): Promise<Result<Deps, OpenProblem>> {
  const name = `${shopPrefix}${startContext.device.ids.next()}`;
  // Paper and letters begin in the language of the screen, which is the browser's.
  const language = startContext.device.screenLanguage;
  const made = await createShopDatabase(startContext, name, { language, ...values });
  if (made.ok) startContext.device.pointer.write({ shop: name, sample: null });
  return made;
}

/** Creates a shop in the database `name` and leaves it open; it is not the current one. */
export async function createShopDatabase(
  startContext: StartContext,
  name: string,
  values: Partial<SettingsValues>,
): Promise<Result<Deps, OpenProblem>> {
  const { device, onSuperseded } = startContext;
  const opened = await openDatabase(name, onSuperseded);
  if (!opened.ok) return failed(opened.problem);
  const createdAt = device.clock.now();
  const deviceId = newDeviceId();
  const timestamp = nextTimestamp({ last: null, now: createdAt, device: deviceId });
  const meta: Meta = {
    id: 'meta',
    deviceId,
    shopId: device.ids.next(),
    lastStamp: timestamp,
    minWriter: schemaVersion,
    createdAt,
    rows: zeroRowCounts,
  };
  const created = await attempt(() =>
    createShop(opened.value, meta, settingsWith(timestamp, values)),
  );
  if (created.ok) return ok(createDeps(device, opened.value));
  opened.value.close();
  return failed(creationProblem(created.problem));
}

function creationProblem(problem: WriteProblem): OpenProblem {
  // Nothing is looked up in a shop that is being created.
  return problem.kind === 'not-found' ? { kind: 'storage-failed', name: 'NotFound' } : problem;
}

export function newSampleName(device: Environment): string {
  return `${samplePrefix}${device.ids.next()}`;
}

/** Closes the sample shop and deletes every trace of it. */
export async function closeSample(device: Environment, db: ShopDexie): Promise<void> {
  device.pointer.write({ ...device.pointer.read(), sample: null });
  db.close();
  await deleteDatabase(db.name);
  const drafts = localStore();
  for (const key of drafts.keys(db.name)) drafts.remove(key);
}

function settingsWith(
  timestamp: HlcTimestamp,
  values: Partial<SettingsValues>,
): ReturnType<typeof defaultSettings> {
  return { ...defaultSettings(timestamp), ...values };
}
