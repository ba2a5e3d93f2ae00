// At the start, before a shop is opened: databases of a bringing back that never ended, and replaced shops whose thirty days are over, go.

import { ifAlone } from '#platform/concurrency/exclusive-lock.ts';
import { databaseNames, deleteDatabase, openDatabase } from '#storage/database.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { snapshotFirst } from './snapshot-before-upgrade.ts';
import { dropSnapshots } from './snapshots.ts';
import { daysKept, keepShop, keptShops, unkeepShop, type CopyKeeping } from './backup-history.ts';

/** What databases made from copies are called; nothing else is ever taken for one that was left half-made. */
export const restoredPrefix = 'regulars-copy-';

const dayMs = 24 * 60 * 60 * 1000;

/** Clears away what is left of copies brought back. `now` is epoch ms. Never touches the current shop, nor anything it does not know. */
export async function tidyCopies(keeping: CopyKeeping, now: number): Promise<void> {
  const current = keeping.pointer.read().shop;
  const names = await databaseNames();
  const restored = names.filter((name) => name.startsWith(restoredPrefix) && name !== current);
  for (const name of restored) await ifAlone(name, () => sortOut({ keeping, now }, name));
  for (const kept of keptShops(keeping)) {
    if (now - kept.at < daysKept * dayMs) continue;
    await deleteDatabase(kept.database);
    await dropSnapshots(kept.database);
    unkeepShop(keeping, kept.database);
  }
}

interface Tidying {
  readonly keeping: CopyKeeping;
  readonly now: number;
}

// The meta row comes last, so a database without one was never finished. One that was finished but never gone over to is kept like a
// replaced shop: it can be opened, and it does not stay for ever.
async function sortOut({ keeping, now }: Tidying, name: string): Promise<void> {
  if (keptShops(keeping).some((kept) => kept.database === name)) return;
  const clock = { now: () => now };
  const opened = await openDatabase(name, () => {}, snapshotFirst({ clock }));
  if (!opened.ok) return;
  const isFinished = (await readMeta(opened.value)) !== undefined;
  opened.value.close();
  if (!isFinished) await deleteDatabase(name);
  else if (keeping.pointer.read().shop !== name) keepShop(keeping, { database: name, at: now });
}
