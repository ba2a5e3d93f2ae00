// Shops that back up into a folder which stands in for one that the owner would choose.
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { BackupContext } from '#app/backup/backup-history.ts';
import { deleteSnapshots } from '#app/backup/snapshots.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Deps } from '#app/deps.ts';
import { saveFolder } from '#platform/files/directory-handle.ts';
import { deleteOpfsFolder, opfsFolder, type Folder } from '#platform/files/file-system.ts';
import { databaseNames, deleteDatabase } from '#storage/database.ts';
import { memoryLocalStore } from './memory-local-store.ts';
import { openTestShop } from './test-shop.ts';

export type ShopWithFolder = Awaited<ReturnType<typeof openTestShop>>;

const zone = 'Europe/London';

let opened: ShopWithFolder[] = [];

/** After each test: the browser keeps nothing of its shops and their folder. */
export async function forgetShopsWithFolder(): Promise<void> {
  await saveFolder(undefined);
  await deleteOpfsFolder([], 'stick');
  for (const { db } of opened) {
    db.close();
    await deleteSnapshots(db.name);
  }
  opened = [];
  for (const name of await databaseNames()) await deleteDatabase(name);
}

/** A shop that knows one person. */
export async function shopOf(name: string): Promise<ShopWithFolder> {
  const shop = await openTestShop();
  opened.push(shop);
  // Ids of different tablets never meet.
  const ids = { next: () => crypto.randomUUID() };
  const added = await addCustomer(
    { ...shop, ids },
    draftCustomer({ ...shop, ids }, { name, zone }),
  );
  if (!added.ok) throw new Error(added.problem.kind);
  return { ...shop, ids };
}

/** Somebody comes in. */
export async function come(shop: Deps): Promise<void> {
  const customer = await shop.db.customers.toCollection().first();
  const draft = draftVisit(shop, { customerId: customer?.id ?? null, kind: 'bought', zone });
  const recorded = await recordVisit(shop, draft);
  if (!recorded.ok) throw new Error(recorded.problem.kind);
}

/** A folder that stands in for one the owner would choose. */
export async function stickIn(): Promise<Folder> {
  const folder = await opfsFolder('stick');
  if (folder === undefined) throw new Error('This browser has folders of its own.');
  return folder;
}

export function backupContextOf(shop: ShopWithFolder): BackupContext {
  return {
    store: memoryLocalStore(),
    pointer: {
      read: () => ({ shop: shop.db.name, sample: null }),
      write: () => {},
      lastTimestamp: () => null,
      setLastTimestamp: () => {},
      subscribe: () => () => {},
    },
  };
}
