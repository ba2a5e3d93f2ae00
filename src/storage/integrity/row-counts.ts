// How many rows there are and how many there should be. A store that was cut short opens without a
// word and shows a smaller shop: only a count finds that. Must never lower the expected count by
// itself, or the loss would be forgotten.

import { countedTables, type Meta, type RowCounts } from '#domain/shop/meta.ts';
import { recordOf } from '#lib/typed-keys.ts';
import type { ShopDexie } from '#storage/database.ts';
import { countRawRows, readRawShop } from './raw-indexeddb.ts';

/** Both counts at one moment. `expected` is null before it was first counted. */
export interface RowCountCheck {
  readonly expected: RowCounts | null;
  readonly actual: RowCounts;
}

/** Counts the rows. Half a second for half a million visits, during which writes wait. */
export async function checkRowCounts(db: ShopDexie): Promise<RowCountCheck> {
  return db.transaction('r', counted(db), async () => {
    const meta = await db.meta.get('meta');
    return { expected: meta?.rows ?? null, actual: await countRows(db) };
  });
}

/** What a second connection sees of a shop that the open one may have lost. */
export interface DatabaseInspection {
  /** A table that cannot be counted shows none; null when nothing at all can be read. */
  readonly actual: RowCounts | null;
  /** Whether every table can be counted, and the shop's own rows are there. */
  readonly isReadable: boolean;
}

export async function inspectDatabase(name: string): Promise<DatabaseInspection> {
  const [counts, raw] = await Promise.all([
    countRawRows(name, countedTables),
    readRawShop(name, ['meta', 'settings']),
  ]);
  if (counts === undefined) return { actual: null, isReadable: false };
  const actual = recordOf(countedTables, (table) => counts.get(table) ?? 0);
  const isCounted = countedTables.every((each) => counts.get(each) !== null);
  const isThere = raw?.tables.length === 2 && raw.tables.every(({ rows }) => rows.length > 0);
  return { actual, isReadable: isCounted && isThere };
}

export async function saveRowCounts(db: ShopDexie): Promise<Meta | undefined> {
  return db.transaction('rw', counted(db), async () => {
    const meta = await db.meta.get('meta');
    if (meta === undefined) return undefined;
    const saved = { ...meta, rows: await countRows(db) };
    await db.meta.put(saved);
    return saved;
  });
}

export function hasFewerRows(actual: RowCounts, expected: RowCounts): boolean {
  return countedTables.some((table) => actual[table] < expected[table]);
}

function counted(db: ShopDexie) {
  return [db.meta, ...countedTables.map((name) => db.table(name))];
}

async function countRows(db: ShopDexie): Promise<RowCounts> {
  const counts = await Promise.all(countedTables.map((name) => db[name].count()));
  const byTable = new Map(countedTables.map((name, index) => [name, counts[index]]));
  return recordOf(countedTables, (name) => byTable.get(name) ?? 0);
}
