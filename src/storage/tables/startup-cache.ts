// The people whom the Counter reads before everybody else, one row for each half hour in the models table. Derived and thrown away freely: a
// card that changes is noted in the same transaction, so that nobody is ever shown under a name they no longer have.

import type { CustomerId } from '#domain/customers/customer.ts';
import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

const prefix = 'first-';
const last = 'first-\uffff';
const changedId = `${prefix}changed`;

/** When more cards than this have changed, the rows are worth less than making them anew. */
const mostChanged = 60;

/** What was kept for a half hour, and whose cards have changed since. */
export interface KeptFirstPeople {
  readonly learned: unknown;
  readonly changed: ReadonlySet<string>;
}

/** The people of one half hour (half hours since 1970). */
export interface SlotPeople {
  readonly slot: number;
  readonly learned: unknown;
}

/** The row of the half hour, or undefined. */
export async function readFirstPeople(
  db: ShopDexie,
  slot: number,
): Promise<KeptFirstPeople | undefined> {
  const [row, note] = await db.models.bulkGet([`${prefix}${slot}`, changedId]);
  if (row?.foldVersion !== foldVersion || note === undefined) return undefined;
  return { learned: row.learned, changed: new Set(idsIn(note.learned, 'changed')) };
}

/** Takes all rows away, and the note with them: without it no row is believed, nor kept by whoever is choosing now. */
export async function dropFirstPeople(db: ShopDexie): Promise<void> {
  await db.models.where(':id').between(prefix, last).delete();
}

/** Notes from now on whose cards change while others are chosen. The rows that are there stand until then. */
export async function beginFirstPeople(db: ShopDexie): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedId);
    await putNote(db, { changed: idsIn(note?.learned, 'changed'), since: [] });
  });
}

/** Keeps what was chosen since `beginFirstPeople` in place of all earlier rows, unless those were dropped in the meantime. */
export async function keepFirstPeople(db: ShopDexie, rows: readonly SlotPeople[]): Promise<void> {
  await db.transaction('rw', db.models, async () => {
    const note = await db.models.get(changedId);
    if (note === undefined) return;
    await dropFirstPeople(db);
    await putNote(db, { changed: idsIn(note.learned, 'since'), since: [] });
    await db.models.bulkPut(
      rows.map(({ slot, learned }) => ({ id: `${prefix}${slot}`, foldVersion, learned })),
    );
  });
}

/** Notes, inside the transaction that changes it, that the card `id` is no longer what the rows say. */
export async function noteChangedCard(db: ShopDexie, id: CustomerId): Promise<void> {
  const note = await db.models.get(changedId);
  if (note === undefined) return;
  const [changed, since] = [
    withId(idsIn(note.learned, 'changed'), id),
    withId(idsIn(note.learned, 'since'), id),
  ];
  if (changed.length > mostChanged) await dropFirstPeople(db);
  else await putNote(db, { changed, since });
}

/** Whose cards have changed since the rows were chosen, and since the choosing of the next ones began. */
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
