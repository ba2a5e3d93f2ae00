import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';
import {
  changedNoteId,
  clearStartupCache,
  idsOfNote,
  startupPrefix,
  putChangedNote,
  type StartupCacheSlot,
} from './startup-cache.ts';

/** Begins a refresh: notes who changes until it is saved. The present rows stay until then. */
export async function beginStartupCache(db: ShopDexie): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedNoteId);
    await putChangedNote(db, { changed: idsOfNote(note?.learned, 'changed'), since: [] });
  });
}

/** Replaces all rows by those of the refresh, unless they were cleared meanwhile. */
export async function saveStartupCache(
  db: ShopDexie,
  rows: readonly StartupCacheSlot[],
): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedNoteId);
    if (note === undefined) return;
    await clearStartupCache(db);
    await putChangedNote(db, { changed: idsOfNote(note.learned, 'since'), since: [] });
    await db.models.bulkPut(
      rows.map(({ slot, learned }) => ({ id: `${startupPrefix}${slot}`, foldVersion, learned })),
    );
  });
}
