// How many rows there are and how many there should be. A store that was cut short opens without a
// word and shows a smaller shop: only a count finds that. Must never lower the expected count by
// itself, or the loss would be forgotten.

import type { Meta, RowCounts } from '#domain/shop/meta.ts';
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

/** Inspects the rows of the shop in the database `name`. */
export async function inspectDatabase(name: string): Promise<DatabaseInspection> {
  const [counts, raw] = await Promise.all([
    countRawRows(name, countedTables),
    readRawShop(name, ['meta', 'settings']),
  ]);
  if (counts === undefined) return { actual: null, isReadable: false };
  const countOf = (table: CountedTable): number => counts.get(table) ?? 0;
  const isCounted = countedTables.every((each) => counts.get(each) !== null);
  const isThere = raw?.tables.length === 2 && raw.tables.every(({ rows }) => rows.length > 0);
  const found = {
    visits: countOf('visits'),
    customers: countOf('customers'),
    moments: countOf('moments'),
    gestures: countOf('gestures'),
  };
  return { actual: found, isReadable: isCounted && isThere };
}

const countedTables = ['visits', 'customers', 'moments', 'gestures'] as const;
type CountedTable = (typeof countedTables)[number];

/** Saves the present count as expected: the first time, or when somebody accepts it. */
export async function saveRowCounts(db: ShopDexie): Promise<Meta | undefined> {
  return db.transaction('rw', counted(db), async () => {
    const meta = await db.meta.get('meta');
    if (meta === undefined) return undefined;
    const saved = { ...meta, rows: await countRows(db) };
    await db.meta.put(saved);
    return saved;
  });
}

/** Whether rows are missing of any table. */
export function hasFewerRows(actual: RowCounts, expected: RowCounts): boolean {
  return (
    actual.visits < expected.visits ||
    actual.customers < expected.customers ||
    actual.moments < expected.moments ||
    actual.gestures < expected.gestures
  );
}

function counted(db: ShopDexie) {
  return [db.meta, db.visits, db.customers, db.moments, db.gestures];
}

async function countRows(db: ShopDexie): Promise<RowCounts> {
  const [visits, customers, moments, gestures] = await Promise.all([
    db.visits.count(),
    db.customers.count(),
    db.moments.count(),
    db.gestures.count(),
  ]);
  return { visits, customers, moments, gestures };
}
