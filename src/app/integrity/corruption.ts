// Whether a shop's rows are whole: asked once something has gone wrong that looks like a bug. A
// browser may give back nothing, or rubbish, for rows whose bytes rotted, and no screen can go on
// with those. Looks natively, and changes nothing.

import { factTables } from '#schema/tables.ts';
import { validateRow } from '#schema/validate-row.ts';
import { isEveryRawRow, type RowPredicate } from '#storage/integrity/raw-indexeddb.ts';

const derivedTables = ['histories', 'days'] as const;

const checks: ReadonlyMap<string, RowPredicate> = new Map([
  ...factTables.map((table): [string, RowPredicate] => [
    table,
    (row) => validateRow(table, row).ok,
  ]),
  ...derivedTables.map((table): [string, RowPredicate] => [table, (row) => row !== null]),
]);

/** Whether rows of the shop in the database `name` cannot be read, or are no rows of ours. */
export async function hasCorruptRows(name: string): Promise<boolean> {
  return !(await isEveryRawRow(name, checks));
}
