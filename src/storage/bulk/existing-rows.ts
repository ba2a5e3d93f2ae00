// The facts that the shop has under the keys of facts from elsewhere: what looking into a copy and
// putting two shops together compare with.

import {
  byFactTable,
  keyOfFact,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/**
 * The rows of `db` under the keys of the rows of `batch`; keys that are not there are passed over.
 */
export async function readExistingRows(db: ShopDexie, batch: FactBatch): Promise<FactBatch> {
  return {
    settings: await readExisting(db, 'settings', batch),
    erasures: await readExisting(db, 'erasures', batch),
    customers: await readExisting(db, 'customers', batch),
    imports: await readExisting(db, 'imports', batch),
    visits: await readExisting(db, 'visits', batch),
    moments: await readExisting(db, 'moments', batch),
    gestures: await readExisting(db, 'gestures', batch),
    weeks: await readExisting(db, 'weeks', batch),
    perks: await readExisting(db, 'perks', batch),
  };
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

/** `rows` of the table `name` and nothing of the others. */
export function batchOf<Name extends FactTable>(
  name: Name,
  rows: readonly FactRows[Name][],
): FactBatch {
  return { ...byFactTable(() => []), [name]: rows };
}
