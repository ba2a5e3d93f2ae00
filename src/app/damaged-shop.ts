// Whether a shop's rows are whole: asked once something has gone wrong that looks like a bug. A browser may give back nothing, or rubbish, for
// rows whose bytes rotted, and no screen can go on with those. Looks natively, and changes nothing.

import { factTables } from '#schema/tables.ts';
import { rowFrom } from '#schema/validate.ts';
import { countRawRows, readRawShop } from '#storage/raw-rows.ts';

const derivedTables = ['histories', 'days'] as const;
const tables = [...factTables, ...derivedTables];

/** Whether rows of the shop in the database `name` cannot be read, or are no rows of ours. */
export async function isDamaged(name: string): Promise<boolean> {
  const counts = await countRawRows(name, tables);
  const raw = await readRawShop(name, tables);
  if (counts === undefined || raw === undefined) return true;
  const rowsOf = (table: string): readonly unknown[] =>
    raw.tables.find((each) => each.name === table)?.rows ?? [];
  return (
    tables.some((table) => rowsOf(table).length !== counts.get(table)) ||
    derivedTables.some((table) => rowsOf(table).some((row) => row === null)) ||
    factTables.some((table) => rowsOf(table).some((row) => !rowFrom(table, row).ok))
  );
}
