// At the start, before a shop is opened: databases of a bringing back that never ended, and replaced shops whose thirty days are over, go.

import { ifAlone } from '#platform/alone.ts';
import { databaseNames, deleteDatabase, openDatabase } from '#storage/database.ts';
import { readMeta } from '#storage/settings.ts';
import { daysKept, keptShops, unkeepShop, type CopyKeeping } from './copy-notes.ts';

/** What databases made from copies are called; nothing else is ever taken for one that was left half-made. */
export const restoredPrefix = 'regulars-copy-';

const dayMs = 24 * 60 * 60 * 1000;

/** Clears away what is left of copies brought back. `now` is epoch ms. Never touches the current shop, nor anything it does not know. */
export async function tidyCopies(keeping: CopyKeeping, now: number): Promise<void> {
  const current = keeping.pointer.read().shop;
  const names = await databaseNames();
  const restored = names.filter((name) => name.startsWith(restoredPrefix) && name !== current);
  for (const name of restored) await ifAlone(name, () => deleteUnfinished(name));
  for (const kept of keptShops(keeping)) {
    if (now - kept.at < daysKept * dayMs) continue;
    await deleteDatabase(kept.database);
    unkeepShop(keeping, kept.database);
  }
}

// The meta row comes last, so a database without one was never finished.
async function deleteUnfinished(name: string): Promise<void> {
  const opened = await openDatabase(name, () => {});
  if (!opened.ok) return;
  const isFinished = (await readMeta(opened.value)) !== undefined;
  opened.value.close();
  if (!isFinished) await deleteDatabase(name);
}
