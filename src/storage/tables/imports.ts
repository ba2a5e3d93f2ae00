// The imports table: one row for each imported list.

import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function putImport({ db }: ShopWriter, row: ShopImport): Promise<void> {
  await db.imports.put(row);
}

export async function deleteImport({ db }: ShopWriter, id: ImportId): Promise<void> {
  await db.imports.delete(id);
}

export async function readImport(db: ShopDexie, id: ImportId): Promise<ShopImport | undefined> {
  return db.imports.get(id);
}

export async function readImports(db: ShopDexie): Promise<readonly ShopImport[]> {
  return (await db.imports.toArray()).toSorted((a, b) => b.at - a.at);
}
