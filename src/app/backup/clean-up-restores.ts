// At startup, before a shop is opened: deletes unfinished restores and replaced shops whose
// retention is over.

import { msPerDay } from '#lib/day.ts';
import { ownName } from '#platform/app-folder.ts';
import { tryWithLock } from '#platform/concurrency/exclusive-lock.ts';
import { databaseNames, deleteDatabase, openDatabase } from '#storage/database.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { snapshotBeforeUpgrade } from './snapshot-before-upgrade.ts';
import { deleteSnapshots } from './snapshots.ts';
import {
  retentionDays,
  rememberReplaced,
  replacedShops,
  forgetReplaced,
  type BackupContext,
} from './backup-history.ts';

/** How restored databases are named; no other is ever deleted as unfinished. */
export const restoredPrefix: string = ownName('regulars-copy-');

/** Touches neither the current shop nor an unknown database. `now` is epoch ms. */
export async function cleanUpRestores(backupContext: BackupContext, now: number): Promise<void> {
  const current = backupContext.pointer.read().shop;
  const names = await databaseNames();
  const restored = names.filter((name) => name.startsWith(restoredPrefix) && name !== current);
  for (const name of restored)
    await tryWithLock(name, () => cleanUpRestore(backupContext, name, now));
  for (const replaced of replacedShops(backupContext)) {
    if (now - replaced.at < retentionDays * msPerDay) continue;
    await deleteDatabase(replaced.database);
    await deleteSnapshots(replaced.database);
    forgetReplaced(backupContext, replaced.database);
  }
}

// The meta row is written last: a database without one is unfinished. A finished one that never
// became current is treated as a replaced shop: it can be opened, and it expires.
async function cleanUpRestore(
  backupContext: BackupContext,
  name: string,
  now: number,
): Promise<void> {
  if (replacedShops(backupContext).some((replaced) => replaced.database === name)) return;
  const clock = { now: () => now };
  const opened = await openDatabase(name, () => {}, snapshotBeforeUpgrade({ clock }));
  if (!opened.ok) return;
  const isFinished = (await readMeta(opened.value)) !== undefined;
  opened.value.close();
  if (!isFinished) await deleteDatabase(name);
  else if (backupContext.pointer.read().shop !== name)
    rememberReplaced(backupContext, { database: name, at: now });
}
