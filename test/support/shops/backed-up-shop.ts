import { prepareBackup, type RestoreOptions, type PreparedBackup } from '#app/backup/backups.ts';
import type { BackupContext } from '#app/backup/backup-history.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { memoryLocalStore } from './memory-local-store.ts';
import { openTestShop, type TestClock } from './test-shop.ts';
import { valueOf } from '../values/value-of.ts';

const zone = 'Europe/London';
const opened: ShopDexie[] = [];

/** Closes and deletes every database of the test. */
export async function clearShops(): Promise<void> {
  for (const db of opened.splice(0)) db.close();
  for (const name of await databaseNames()) await deleteDatabase(name);
}

/** A shop whose backups are looked at, and its clock. */
export type BackedUpShop = Deps & { readonly clock: TestClock };

/** Four people, two of them joined, four visits on two days. */
export async function busyShop(): Promise<BackedUpShop> {
  const shop = await openEmptyShop();
  const tom = valueOf(await addPerson(shop, 'Tom R.'));
  valueOf(await addPerson(shop, 'Mrs Khan'));
  const older = valueOf(await addPerson(shop, 'Hana'));
  const newer = valueOf(await addPerson(shop, 'Hana (blue coat)'));
  await visit(shop, tom);
  await visit(shop, older);
  shop.clock.advance(24 * 60 * 60 * 1000);
  await visit(shop, newer);
  await visit(shop, null);
  valueOf(await mergeCustomers(shop, older.id, newer.id));
  return shop;
}

/** Adds somebody by name. */
export function addPerson(shop: BackedUpShop, name: string): ReturnType<typeof addCustomer> {
  return addCustomer(shop, draftCustomer(shop, { name, zone }));
}

/** Logs a visit a minute later; null is somebody without a name. */
export async function visit(shop: BackedUpShop, customer: Customer | null): Promise<void> {
  shop.clock.advance(60_000);
  const draft = draftVisit(shop, { customerId: customer?.id ?? null, kind: 'bought', zone });
  valueOf(await recordVisit(shop, draft));
}

/** A tablet that points to `cohort` and remembers nothing yet. */
export function backupContextOf(shop: BackedUpShop): BackupContext {
  let pointer = { shop: shop.db.name as string | null, sample: null as string | null };
  return {
    pointer: {
      read: () => pointer,
      write(next) {
        pointer = { ...next };
      },
      lastTimestamp: () => null,
      setLastTimestamp: () => {},
      subscribe: () => () => {},
    },
    store: memoryLocalStore(),
  };
}

/** A verified backup of the shop as it stands. */
export async function backupOf(shop: BackedUpShop): Promise<PreparedBackup> {
  return valueOf(
    await prepareBackup(shop, null, { onProgress: ignored, signal: new AbortController().signal }),
  );
}

/** The request to restore a file, as it is made once somebody has looked inside. */
export function orderOf({ file }: { readonly file: Blob }): RestoreOptions {
  const preview = { madeAt: 5, backupSize: { people: 1, visits: 2, lastDay: null } };
  return { file, preview, onProgress: ignored };
}

/** For progress that nobody looks at. */
export function ignored(): void {}

/** Opens a database until the end of the test. */
export async function openShop(name: string): Promise<ShopDexie> {
  const shop = await openDatabase(name, () => {});
  if (!shop.ok) throw new Error(shop.problem.kind);
  opened.push(shop.value);
  return shop.value;
}

/** All rows of all tables. */
export async function rowsOf(db: ShopDexie): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(
    db.tables.map(async (table): Promise<[string, readonly unknown[]]> => [
      table.name,
      await table.toArray(),
    ]),
  );
  return Object.fromEntries(tables);
}

/** A shop in which nothing has happened yet, open until the end of the test. */
export async function openEmptyShop(): Promise<BackedUpShop> {
  const shop = await openTestShop();
  opened.push(shop.db);
  return shop;
}
