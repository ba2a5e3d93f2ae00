// At the start, before a shop is opened: databases of a bringing back that never ended, and
// replaced shops whose thirty days are over, go.

import { msPerDay } from '#lib/day.ts';
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

/**
 * What databases made from copies are called; nothing else is ever taken for one that was left
 * half-made.
 */
export const restoredPrefix = 'regulars-copy-';

/**
 * Clears away what is left of copies brought back. `now` is epoch ms. Never touches the current
 * shop, nor anything it does not know.
 */
export async function cleanUpRestores(backupContext: BackupContext, now: number): Promise<void> {
  const current = backupContext.pointer.read().shop;
  const names = await databaseNames();
  const restored = names.filter((name) => name.startsWith(restoredPrefix) && name !== current);
  for (const name of restored)
    await tryWithLock(name, () => cleanUpRestore({ backupContext, now }, name));
  for (const replaced of replacedShops(backupContext)) {
    if (now - replaced.at < retentionDays * msPerDay) continue;
    await deleteDatabase(replaced.database);
    await deleteSnapshots(replaced.database);
    forgetReplaced(backupContext, replaced.database);
  }
}

interface CleanUpContext {
  readonly backupContext: BackupContext;
  readonly now: number;
}

// The meta row comes last, so a database without one was never finished. One that was finished but
// never gone over to is kept like a replaced shop: it can be opened, and it does not stay for ever.
async function cleanUpRestore({ backupContext, now }: CleanUpContext, name: string): Promise<void> {
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
