import type { ImportId } from '#domain/import/shop-import.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';

/** All visits of one import, voided ones too. */
export async function readVisitsOfImport(db: ShopDexie, id: ImportId): Promise<readonly Visit[]> {
  return db.visits.where('importId').equals(id).toArray();
}

/** The ids of all visits of one import, voided ones too, in their order. */
export async function readVisitIdsOfImport(
  db: ShopDexie,
  id: ImportId,
): Promise<readonly VisitId[]> {
  return db.visits.where('importId').equals(id).primaryKeys();
}

/** The visits whose ids lie between the first and last of the sorted `ids`, others too. */
export async function readVisitsAmong(
  db: ShopDexie,
  ids: readonly VisitId[],
): Promise<readonly Visit[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db.visits.where('id').between(first, last, true, true).toArray();
}
