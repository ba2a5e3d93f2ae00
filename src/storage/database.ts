// Opening a shop's database, and the only place where Dexie is set up. Older code must never touch a newer database: Dexie 4 would open
// it without a word and write old rows into it, so the version is asked for first.

import { Dexie, type Table } from 'dexie';
import type { OpenProblem } from '#domain/problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { ShopKeys, ShopRows, ShopTable } from '#schema/tables.ts';
import { schemaVersion, versions } from '#schema/versions.ts';

type ShopTables = { readonly [Name in ShopTable]: Table<ShopRows[Name], ShopKeys[Name]> };

/** The typed tables of one shop. */
export class ShopDexie extends Dexie implements ShopTables {
  declare readonly customers: ShopTables['customers'];
  declare readonly visits: ShopTables['visits'];
  declare readonly moments: ShopTables['moments'];
  declare readonly gestures: ShopTables['gestures'];
  declare readonly weeks: ShopTables['weeks'];
  declare readonly perks: ShopTables['perks'];
  declare readonly imports: ShopTables['imports'];
  declare readonly erasures: ShopTables['erasures'];
  declare readonly settings: ShopTables['settings'];
  declare readonly meta: ShopTables['meta'];
  declare readonly histories: ShopTables['histories'];
  declare readonly days: ShopTables['days'];
  declare readonly models: ShopTables['models'];
}

/** Told once, when newer code in another tab wants the database: this tab has let go of it and must be reloaded. */
export type OnSuperseded = () => void;

/** Opens the shop called `name`, making it when it does not exist. */
export async function openDatabase(
  name: string,
  onSuperseded: OnSuperseded,
): Promise<Result<ShopDexie, OpenProblem>> {
  if (await isNewer(name)) return failed({ kind: 'newer-app-needed' });
  const db = declared(name);
  db.on('versionchange', () => {
    db.close();
    onSuperseded();
    return false;
  });
  return opened(db);
}

/** Opens `db` once more after its connection was lost, with the same guard. */
export async function reopenDatabase(db: ShopDexie): Promise<Result<ShopDexie, OpenProblem>> {
  if (await isNewer(db.name)) return failed({ kind: 'newer-app-needed' });
  if (db.isOpen()) db.close();
  return opened(db);
}

/** The names of all databases of this origin, where the browser tells them; empty where it does not. */
export async function databaseNames(): Promise<readonly string[]> {
  return (await knownDatabases()).flatMap((each) => (each.name === undefined ? [] : [each.name]));
}

/** Deletes the database called `name` and all that is in it. */
export async function deleteDatabase(name: string): Promise<void> {
  await Dexie.delete(name);
}

function declared(name: string): ShopDexie {
  const db = new ShopDexie(name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  });
  for (const version of versions) db.version(version.number).stores(version.indexes);
  return db;
}

function opened(db: ShopDexie): Promise<Result<ShopDexie, OpenProblem>> {
  return new Promise((resolve) => {
    db.on('blocked', () => resolve(failed({ kind: 'blocked' })));
    db.open().then(
      () => resolve(ok(db)),
      (error: unknown) => resolve(failed({ kind: 'storage-failed', name: nameOf(error) })),
    );
  });
}

// Dexie stores its version times ten, and may add one when it patches an index.
async function isNewer(name: string): Promise<boolean> {
  const version = (await knownDatabases()).find((each) => each.name === name)?.version ?? 0;
  return Math.floor(version / 10) > schemaVersion;
}

async function knownDatabases(): Promise<readonly IDBDatabaseInfo[]> {
  return typeof indexedDB.databases === 'function' ? indexedDB.databases() : [];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
