// Whether a shop's rows are whole: asked once something has gone wrong that looks like a bug. A browser may give back nothing, or rubbish, for
// rows whose bytes rotted, and no screen can go on with those. Looks natively, and changes nothing.

import { factTables } from '#schema/tables.ts';
import { rowFrom } from '#schema/validate-row.ts';
import { isEachRawRow, type RowCheck } from '#storage/integrity/raw-indexeddb.ts';

const derivedTables = ['histories', 'days'] as const;

const checks: ReadonlyMap<string, RowCheck> = new Map([
  ...factTables.map((table): [string, RowCheck] => [table, (row) => rowFrom(table, row).ok]),
  ...derivedTables.map((table): [string, RowCheck] => [table, (row) => row !== null]),
]);

/** Whether rows of the shop in the database `name` cannot be read, or are no rows of ours. */
export async function isDamaged(name: string): Promise<boolean> {
  return !(await isEachRawRow(name, checks));
}
