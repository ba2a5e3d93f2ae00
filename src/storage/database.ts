// Opens a shop's database, and the only place that sets up Dexie. Older code must never touch a
// newer database: Dexie 4 would open it without a word and write old rows into it.

import { Dexie, type Table, type Transaction } from 'dexie';
import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { Migration, StoredRow } from '#schema/migrate-row.ts';
import type { ShopKeys, ShopRows, ShopTable } from '#schema/tables.ts';
import { schemaVersion, versions } from '#schema/versions.ts';

type ShopTables = { readonly [Name in ShopTable]: Table<ShopRows[Name], ShopKeys[Name]> };

export type ShopDexie = Dexie & ShopTables;

/** Called once newer code in another tab wants the database: this tab must be reloaded. */
export type OnSuperseded = () => void;

/**
 * Called before rows of older code are migrated, with the shop opened as that code left it: the
 * last moment for a snapshot. The upgrade waits for it, and does not start when it fails.
 */
export type BeforeUpgrade = (db: ShopDexie) => Promise<Result<null, OpenProblem>>;

/** Opens the shop called `name`, making it when it does not exist. */
export async function openDatabase(
  name: string,
  onSuperseded: OnSuperseded,
  beforeUpgrade?: BeforeUpgrade,
): Promise<Result<ShopDexie, OpenProblem>> {
  if ((await readVersion(name)) > schemaVersion) return failed({ kind: 'newer-app-needed' });
  const found = { oldRows: false };
  const first = await openConnection(
    defineDatabase(name, {
      onSuperseded,
      beforeRewrite() {
        found.oldRows = true;
        throw new Error('Rows of older code, not backed up yet');
      },
    }),
  );
  if (!found.oldRows) return first;
  const backedUp = await backUpBeforeUpgrade(name, beforeUpgrade);
  return backedUp.ok ? openUpgraded(name, onSuperseded) : backedUp;
}

// The steps are loaded by the one start in a version that needs them.
async function openUpgraded(
  name: string,
  onSuperseded: OnSuperseded,
): Promise<Result<ShopDexie, OpenProblem>> {
  const { migrations } = await import('#schema/migrate-row.ts');
  return openConnection(defineDatabase(name, { onSuperseded, migrations }));
}

/** Opens `db` once more after its connection was lost, with the same guard. */
export async function reopenDatabase(db: ShopDexie): Promise<Result<ShopDexie, OpenProblem>> {
  if ((await readVersion(db.name)) > schemaVersion) return failed({ kind: 'newer-app-needed' });
  if (db.isOpen()) db.close();
  return openConnection(db);
}

/** The names of all databases of this origin; empty where the browser does not say. */
export async function databaseNames(): Promise<readonly string[]> {
  return (await knownDatabases()).flatMap((each) => (each.name === undefined ? [] : [each.name]));
}

/** Whether there is surely no database `name`. False where the browser does not say. */
export async function isMissing(name: string): Promise<boolean> {
  const known = await listedDatabases();
  return known !== null && known.every((each) => each.name !== name);
}

export async function deleteDatabase(name: string): Promise<void> {
  await Dexie.delete(name);
}

interface DatabaseOptions {
  readonly onSuperseded: OnSuperseded;
  /** Called before any row is migrated; throwing ends the upgrade with all rows as they were. */
  readonly beforeRewrite?: () => void;
  readonly migrations?: readonly Migration[];
  readonly upTo?: number;
}

function defineDatabase(
  name: string,
  { onSuperseded, beforeRewrite, migrations = [], upTo }: DatabaseOptions,
): ShopDexie {
  const db = emptyDexie(name);
  for (const { number, indexes } of versions) {
    if (number > (upTo ?? schemaVersion)) continue;
    const steps = migrations.filter(({ to }) => to === number);
    db.version(number)
      .stores(indexes)
      .upgrade((transaction) => {
        beforeRewrite?.();
        return runMigrations(steps, transaction);
      });
  }
  db.on('versionchange', () => {
    db.close();
    onSuperseded();
    return false;
  });
  return db;
}

function emptyDexie(name: string): ShopDexie {
  const db: Dexie = new Dexie(name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Dexie adds a property for each table of `stores`
  return db as ShopDexie;
}

// All in the one transaction of the upgrade: a tablet switched off half-way has the old rows still.
async function runMigrations(steps: readonly Migration[], transaction: Transaction): Promise<void> {
  for (const { table, migrate } of steps) await rewrite(transaction.table(table), migrate);
}

// A part at a time, so that a large table is never in memory whole.
async function rewrite(
  table: Table<StoredRow, string>,
  migrate: Migration['migrate'],
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    const rows = await table.bulkGet(keys.slice(from, from + rowsAtOnce));
    await table.bulkPut(rows.flatMap((row) => (row === undefined ? [] : [migrate(row)])));
  }
}

const rowsAtOnce = 1_000;

// The upgrade itself says which rows are old: after a crash in the middle of one, the browser's
// list may name the newer version already.
async function backUpBeforeUpgrade(
  name: string,
  beforeUpgrade: BeforeUpgrade | undefined,
): Promise<Result<null, OpenProblem>> {
  if (beforeUpgrade === undefined) return ok(null);
  const { rawVersion } = await import('./integrity/raw-indexeddb.ts');
  const upTo = Math.floor(((await rawVersion(name)) ?? 0) / 10);
  const old = await openConnection(defineDatabase(name, { onSuperseded: () => {}, upTo }));
  if (!old.ok) return old;
  try {
    return await beforeUpgrade(old.value);
  } catch {
    return failed({ kind: 'snapshot-failed', why: 'failed' });
  } finally {
    old.value.close();
  }
}

// A connection just closed may have work left; only one that does not let go blocks.
const blockedTimeoutMs = 2_000;

function openConnection(db: ShopDexie): Promise<Result<ShopDexie, OpenProblem>> {
  return new Promise((resolve) => {
    db.on('blocked', () => {
      setTimeout(() => resolve(failed({ kind: 'blocked' })), blockedTimeoutMs);
    });
    db.open().then(
      () => resolve(ok(db)),
      (error: unknown) => resolve(failed({ kind: 'storage-failed', name: nameOf(error) })),
    );
  });
}

// Dexie stores its version times ten, and may add one when it patches an index.
async function readVersion(name: string): Promise<number> {
  const version = (await knownDatabases()).find((each) => each.name === name)?.version ?? 0;
  return Math.floor(version / 10);
}

async function knownDatabases(): Promise<readonly IDBDatabaseInfo[]> {
  return (await listedDatabases()) ?? [];
}

// Null where the browser does not say, or fails over damaged files: opening will report that.
async function listedDatabases(): Promise<readonly IDBDatabaseInfo[] | null> {
  if (typeof indexedDB.databases !== 'function') return null;
  return indexedDB.databases().catch(() => null);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
