// The models table: what was learned from the facts. Derived, never in a backup; a row learned from
// histories of another version is passed over, for it would be wrong.

import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

/** What was saved as `id`, or undefined when there is nothing valid. */
export async function readModel(db: ShopDexie, id: string): Promise<unknown> {
  const row = await db.models.get(id);
  return row?.foldVersion === foldVersion ? row.learned : undefined;
}

/** Saves `learned` (plain values that can be cloned) as `id`. */
export async function saveModel(db: ShopDexie, id: string, learned: unknown): Promise<void> {
  await db.models.put({ id, foldVersion, learned });
}
