// The customers that the Counter reads first, one row for each half hour in the models table.
// Derived and freely deleted: a customer that changes is noted in the same transaction, so that
// nobody is ever shown under a name they no longer have.

import type { CustomerId } from '#domain/customers/customer.ts';
import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

const prefix = 'first-';
const last = 'first-\uffff';
const changedId = `${prefix}changed`;

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
  const [row, note] = await db.models.bulkGet([`${prefix}${slot}`, changedId]);
  if (row?.foldVersion !== foldVersion || note === undefined) return undefined;
  return { learned: row.learned, changed: new Set(idsIn(note.learned, 'changed')) };
}

/** Deletes all rows and the note: without it no row is read, nor saved by a refresh under way. */
export async function clearStartupCache(db: ShopDexie): Promise<void> {
  await db.models.where(':id').between(prefix, last).delete();
}

/** Begins a refresh: notes who changes until it is saved. The present rows stay until then. */
export async function beginStartupCache(db: ShopDexie): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedId);
    await putNote(db, { changed: idsIn(note?.learned, 'changed'), since: [] });
  });
}

/** Replaces all rows by those of the refresh, unless they were cleared meanwhile. */
export async function saveStartupCache(
  db: ShopDexie,
  rows: readonly StartupCacheSlot[],
): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedId);
    if (note === undefined) return;
    await clearStartupCache(db);
    await putNote(db, { changed: idsIn(note.learned, 'since'), since: [] });
    await db.models.bulkPut(
      rows.map(({ slot, learned }) => ({ id: `${prefix}${slot}`, foldVersion, learned })),
    );
  });
}

/** Notes, inside the transaction that changes it, that the rows of customer `id` are outdated. */
export async function markCustomerChanged(db: ShopDexie, id: CustomerId): Promise<void> {
  const note = await db.models.get(changedId);
  if (note === undefined) return;
  const [changed, since] = [
    withId(idsIn(note.learned, 'changed'), id),
    withId(idsIn(note.learned, 'since'), id),
  ];
  if (changed.length > maxChanged) await clearStartupCache(db);
  else await putNote(db, { changed, since });
}

/** Who has changed since the rows were saved, and since the running refresh began. */
interface ChangedNote {
  readonly changed: readonly string[];
  readonly since: readonly string[];
}

async function putNote(db: ShopDexie, learned: ChangedNote): Promise<void> {
  await db.models.put({ id: changedId, foldVersion, learned });
}

function idsIn(learned: unknown, list: keyof ChangedNote): readonly string[] {
  const ids: unknown = typeof learned === 'object' && learned && Reflect.get(learned, list);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
