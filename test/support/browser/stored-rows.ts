// What a browser really keeps, read without the app: through IndexedDB itself.
import type { Page } from 'playwright-core';
import { ownName } from '#platform/app-folder.ts';
import { factTables } from '#schema/tables.ts';

export type StoredRows = Readonly<Record<string, readonly unknown[]>>;

/** All rows of all tables of the shop that the tablet points to. The app lies in `folder`. */
export async function storedRows(page: Page, folder = '/'): Promise<StoredRows> {
  const keys = ['regulars.sample', 'regulars.shop'].map((key) => ownName(key, folder));
  return page.evaluate(async ([sample = '', shop = '']) => {
    const name = localStorage.getItem(sample) ?? localStorage.getItem(shop);
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name ?? '');
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(new Error('The shop did not open.')));
    });
    const rows: Record<string, readonly unknown[]> = {};
    for (const table of db.objectStoreNames) {
      rows[table] = await new Promise<readonly unknown[]>((done, fail) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(new Error(`${table} could not be read.`)));
      });
    }
    db.close();
    return rows;
  }, keys);
}

/** How many rows each table has. */
export function countsOf(rows: StoredRows): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
}

/** The tables that a backup carries, and nothing else. */
export function factsOf(rows: StoredRows): StoredRows {
  return Object.fromEntries(factTables.map((table) => [table, rows[table] ?? []]));
}
