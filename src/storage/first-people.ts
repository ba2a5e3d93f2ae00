// The people whom the Counter reads before everybody else, one row an hour in the models table. Derived and thrown away freely: a card that
// changes is noted in the same transaction, so that nobody is ever shown under a name they no longer have.

import type { CustomerId } from '#domain/customer.ts';
import { foldVersion } from '#domain/history.ts';
import type { ShopDexie } from './database.ts';

const prefix = 'first-';
const last = 'first-\uffff';
const changedId = `${prefix}changed`;

/** When more cards than this have changed, the rows are worth less than making them anew. */
const mostChanged = 60;

/** What was kept for an hour, and whose cards have changed since. */
export interface KeptFirstPeople {
  readonly learned: unknown;
  readonly changed: ReadonlySet<string>;
}

/** The row of the hour (hours since 1970), or undefined. */
export async function readFirstPeople(
  db: ShopDexie,
  hour: number,
): Promise<KeptFirstPeople | undefined> {
  const [row, changed] = await Promise.all([
    db.models.get(`${prefix}${hour}`),
    db.models.get(changedId),
  ]);
  if (row?.foldVersion !== foldVersion || changed === undefined) return undefined;
  return { learned: row.learned, changed: new Set(idsIn(changed.learned)) };
}

/** Takes all rows away. */
export async function dropFirstPeople(db: ShopDexie): Promise<void> {
  await db.models.where(':id').between(prefix, last).delete();
}

/** Takes all rows away and notes from now on whose cards change. Without that note no row is believed. */
export async function beginFirstPeople(db: ShopDexie): Promise<void> {
  await dropFirstPeople(db);
  await db.models.put({ id: changedId, foldVersion, learned: [] });
}

/** Keeps the row of one hour. */
export async function keepFirstPeople(
  db: ShopDexie,
  hour: number,
  learned: unknown,
): Promise<void> {
  await db.models.put({ id: `${prefix}${hour}`, foldVersion, learned });
}

/** Notes, inside the transaction that changes it, that the card `id` is no longer what the rows say. */
export async function noteChangedCard(db: ShopDexie, id: CustomerId): Promise<void> {
  const note = await db.models.get(changedId);
  const known = idsIn(note?.learned);
  if (note === undefined || known.includes(id)) return;
  if (known.length >= mostChanged) await dropFirstPeople(db);
  else await db.models.put({ id: changedId, foldVersion, learned: [...known, id] });
}

function idsIn(learned: unknown): readonly string[] {
  return Array.isArray(learned) ? learned.filter((id) => typeof id === 'string') : [];
}
