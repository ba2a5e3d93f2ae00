// Rows into a database that nobody uses yet: straight to the browser, without waiting for the disk
// after each piece and without telling anybody. Must never be used on a shop that is open: what is
// acknowledged there has to be on the disk, and other tabs have to hear of it.

import type { ShopRows, ShopTable } from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Rows of some tables. */
export type RawBulkRows = { readonly [Name in ShopTable]?: readonly ShopRows[Name][] };

/**
 * Writes `rows` over whatever stands under their keys, all or none, and resolves when the browser
 * has taken them. They are surely on the disk only once a strict transaction after them is: the row
 * that makes the database a shop.
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
