// Checks for corrupt rows after an error that looks like a bug: a browser may give nothing or
// garbage for rows with damaged bytes. Reads without Dexie and changes nothing.

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

export async function hasCorruptRows(name: string): Promise<boolean> {
  return !(await isEveryRawRow(name, checks));
}
