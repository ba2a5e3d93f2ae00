// The facts of the shop under the keys of facts from elsewhere: previewing and merging a backup
// compare with these.

import {
  byFactTable,
  factTables,
  keyOfFact,
  mergeBatches,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** The rows of `db` under the keys of the rows of `batch`; missing keys are passed over. */
export async function readExistingRows(db: ShopDexie, batch: FactBatch): Promise<FactBatch> {
  return mergeBatches(
    await Promise.all(
      factTables.map(async (name) => batchOf(name, await readExisting(db, name, batch))),
    ),
  );
}

async function readExisting<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  batch: FactBatch,
): Promise<readonly FactRows[Name][]> {
  const keys = batch[name].map(keyOfFact);
  if (keys.length === 0) return [];
  const rows = await db.table<FactRows[Name], string>(name).bulkGet(keys);
  return rows.filter((row) => row !== undefined);
}

export function batchOf<Name extends FactTable>(
  name: Name,
  rows: readonly FactRows[Name][],
): FactBatch {
  return { ...byFactTable(() => []), [name]: rows };
}
