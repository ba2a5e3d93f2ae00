// Rows into a database that nobody uses yet: straight to IndexedDB, without waiting for the disk
// and without observers. Must never be used on an open shop: what is acknowledged there has to be
// on the disk, and other tabs have to hear of it.

import type { ShopRows, ShopTable } from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Rows of some tables. */
export type RawBulkRows = { readonly [Name in ShopTable]?: readonly ShopRows[Name][] };

/**
 * Writes `rows`, all or none, and resolves when the browser has taken them. They are surely on the
 * disk only after the strict transaction of the row that makes the database a shop.
 */
export function putWithoutObservers(db: ShopDexie, rows: RawBulkRows): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = Object.keys(rows);
    const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'relaxed' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new DOMException('Taken back', 'AbortError'));
    });
    for (const [name, some] of Object.entries(rows)) {
      const store = transaction.objectStore(name);
      for (const row of some) store.put(row);
    }
    transaction.commit();
  });
}
