// The models table: what was learned from the facts, one row a kind. Derived, never in a copy; a
// row learned from histories of another meaning is passed over, for it would be believed wrongly.

import { foldVersion } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

/** What was kept as `id`, or undefined when nothing that still holds is there. */
export async function readModel(db: ShopDexie, id: string): Promise<unknown> {
  const row = await db.models.get(id);
  return row?.foldVersion === foldVersion ? row.learned : undefined;
}

/** Keeps `learned` (plain values that can be cloned) as `id`. */
export async function saveModel(db: ShopDexie, id: string, learned: unknown): Promise<void> {
  await db.models.put({ id, foldVersion, learned });
}
