// The customers that the Counter reads first, one row for each half hour in the models table.
// Derived and freely deleted: a customer that changes is noted in the same transaction, so that
// nobody is ever shown under a name they no longer have.

import type { CustomerId } from '#domain/customers/customer.ts';
import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

export const startupPrefix = 'first-';
const last = 'first-\uffff';
export const changedNoteId = `${startupPrefix}changed`;

/** When more customers than this have changed, the rows are worth less than new ones. */
const maxChanged = 60;

export interface StartupCacheEntry {
  readonly learned: unknown;
  readonly changed: ReadonlySet<string>;
}

/** The customers of one half hour (half hours since 1970). */
export interface StartupCacheSlot {
  readonly slot: number;
  readonly learned: unknown;
}

export async function readStartupCache(
  db: ShopDexie,
  slot: number,
): Promise<StartupCacheEntry | undefined> {
  const [row, note] = await db.models.bulkGet([`${startupPrefix}${slot}`, changedNoteId]);
  if (row?.foldVersion !== foldVersion || note === undefined) return undefined;
  return { learned: row.learned, changed: new Set(idsOfNote(note.learned, 'changed')) };
}

/** Deletes all rows and the note: without it no row is read, nor saved by a refresh under way. */
export async function clearStartupCache(db: ShopDexie): Promise<void> {
  await db.models.where(':id').between(startupPrefix, last).delete();
}

/** Notes, inside the transaction that changes it, that the rows of customer `id` are outdated. */
export async function markCustomerChanged(db: ShopDexie, id: CustomerId): Promise<void> {
  const note = await db.models.get(changedNoteId);
  if (note === undefined) return;
  const [changed, since] = [
    withId(idsOfNote(note.learned, 'changed'), id),
    withId(idsOfNote(note.learned, 'since'), id),
  ];
  if (changed.length > maxChanged) await clearStartupCache(db);
  else await putChangedNote(db, { changed, since });
}

/** Who has changed since the rows were saved, and since the running refresh began. */
interface ChangedNote {
  readonly changed: readonly string[];
  readonly since: readonly string[];
}

export async function putChangedNote(db: ShopDexie, learned: ChangedNote): Promise<void> {
  await db.models.put({ id: changedNoteId, foldVersion, learned });
}

export function idsOfNote(learned: unknown, list: keyof ChangedNote): readonly string[] {
  const ids: unknown = typeof learned === 'object' && learned && Reflect.get(learned, list);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
