// Shops on this tablet when none is the current one. Apart from the daily start, and nothing in
// them is ever changed.

import { ownName } from '#platform/app-folder.ts';
import { databaseNames, openDatabase } from '#storage/database.ts';
import { readSettings } from '#storage/tables/settings.ts';
import { snapshotBeforeUpgrade } from '#app/backup/snapshot-before-upgrade.ts';
import { markerStores, latestMarker } from '#app/integrity/integrity-marker.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { cleanUpRestores } from '#app/backup/clean-up-restores.ts';
import type { Environment } from '#app/environment.ts';
import { readShopSize, type ShopSize } from './shop-size.ts';

/** What databases of owners' shops are called. */
export const shopPrefix: string = ownName('regulars-');

/** `size` is null when it could not be read. */
export interface FoundShop {
  readonly name: string;
  readonly shopName: string;
  readonly size: ShopSize | null;
}

/** `onUpgrade` is called when one of them is of an older version and is upgraded. */
export interface DiscoverOptions {
  readonly device: Environment;
  readonly onUpgrade?: () => void;
}

/** All shops on the tablet, after deleting half-made ones. */
export async function findShops(options: DiscoverOptions): Promise<readonly FoundShop[]> {
  const { device } = options;
  await cleanUpRestores(createBackupContext(device), device.clock.now());
  const names = await databaseNames();
  return Promise.all(
    names.filter((name) => name.startsWith(shopPrefix)).map((name) => inspectShop(options, name)),
  );
}

/** The database name of a shop of which only the integrity marker is left, or null. */
export async function missingShop(): Promise<string | null> {
  return (await latestMarker(markerStores()))?.database ?? null;
}

async function inspectShop(
  { device, onUpgrade }: DiscoverOptions,
  name: string,
): Promise<FoundShop> {
  const opened = await openDatabase(
    name,
    () => undefined,
    snapshotBeforeUpgrade(device, onUpgrade),
  );
  if (!opened.ok) return { name, shopName: '', size: null };
  const settings = await readSettings(opened.value);
  const size = settings === undefined ? null : await readShopSize(opened.value);
  opened.value.close();
  return { name, shopName: settings?.shopName ?? '', size };
}
