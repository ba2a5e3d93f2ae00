// Which shop took the place of another, said in the replaced one itself and as durable as its rows:
// what stands beside the databases a browser may write seconds later, and lose to a crash.

import { createBackupContext, rememberReplaced } from '#app/backup/backup-history.ts';
import { snapshotBeforeUpgrade } from '#app/backup/snapshot-before-upgrade.ts';
import type { Environment } from '#app/environment.ts';
import { isMissing, openDatabase, type ShopDexie } from '#storage/database.ts';
import { attempt } from '#storage/transaction.ts';
import { putSuccessor, readMeta } from '#storage/tables/settings.ts';

/**
 * Says in `from` that `to` replaced it, once `to` itself names no successor any more: a way back
 * must not lead in a circle. Shops that do not open stay as they are.
 */
export async function replaceShop(
  device: Environment,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const isFree = await within(device, to, (db) => putSuccessor(db, null));
  if (isFree !== null) await within(device, from, (db) => putSuccessor(db, to));
}

/**
 * The shop that is open in the place of `name`, after as many replacements as there were; null when
 * none of them is there. What the tablet lost of them is noted again.
 */
export async function latestSuccessor(device: Environment, name: string): Promise<string | null> {
  const passed = new Set([name]);
  let latest: string | null = null;
  let next = await readSuccessor(device, name);
  while (next !== null && !passed.has(next) && !(await isMissing(next))) {
    passed.add(next);
    latest = next;
    next = await readSuccessor(device, next);
  }
  if (latest !== null) noteReplaced(device, passed, latest);
  return latest;
}

function noteReplaced(device: Environment, passed: ReadonlySet<string>, current: string): void {
  device.pointer.write({ ...device.pointer.read(), shop: current });
  const backupContext = createBackupContext(device);
  const at = device.clock.now();
  for (const database of passed)
    if (database !== current) rememberReplaced(backupContext, { database, at });
}

async function readSuccessor(device: Environment, name: string): Promise<string | null> {
  const meta = await within(device, name, readMeta);
  return meta?.successor ?? null;
}

/** What `act` gives for the shop `name`, opened for it alone; null when it does not open. */
async function within<T>(
  device: Environment,
  name: string,
  act: (db: ShopDexie) => Promise<T>,
): Promise<T | null> {
  if (await isMissing(name)) return null;
  const opened = await openDatabase(name, () => {}, snapshotBeforeUpgrade(device));
  if (!opened.ok) return null;
  const done = await attempt(() => act(opened.value));
  opened.value.close();
  return done.ok ? done.value : null;
}
