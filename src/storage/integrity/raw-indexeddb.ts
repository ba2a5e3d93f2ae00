// The rows of a database that the app itself cannot open: no Dexie, no schema, no repair. Whatever
// cannot be read is skipped, so that the rest is saved. Must never change a database nor make one.

/** One table as far as it could be read. */
interface RawTable {
  readonly name: string;
  readonly rows: readonly unknown[];
}

export interface RawShop {
  readonly version: number;
  readonly tables: readonly RawTable[];
}

const pageRows = 1_000;

/** The tables `names` of the database `name`, or undefined when it does not open. */
export async function readRawShop(
  name: string,
  names: readonly string[],
): Promise<RawShop | undefined> {
  return withRaw(name, async (db) => {
    const tables: RawTable[] = [];
    for (const table of names) {
      if (db.objectStoreNames.contains(table))
        tables.push({ name: table, rows: await readTable(db, table) });
    }
    return { version: db.version, tables };
  });
}

export type RowPredicate = (row: unknown) => boolean;

/**
 * Whether each row of the tables of `checks` can be read and passes. Read page by page, so that a
 * large shop is never in memory. False where the database does not open.
 */
export async function isEveryRawRow(
  name: string,
  checks: ReadonlyMap<string, RowPredicate>,
): Promise<boolean> {
  const isEvery = await withRaw(name, async (db) => {
    for (const [table, check] of checks) {
      if (!(await checkEveryRow(db, table, check))) return false;
    }
    return true;
  });
  return isEvery ?? false;
}

async function checkEveryRow(
  db: IDBDatabase,
  table: string,
  check: RowPredicate,
): Promise<boolean> {
  if (!db.objectStoreNames.contains(table)) return true;
  const count = await awaitRequest(() => storeOf(db, table).count());
  let read = 0;
  for await (const page of forEachPage(db, table)) {
    if (!page.every(check)) return false;
    read += page.length;
  }
  return read === count;
}

/** The native version of the database `name`, or undefined when it does not open. */
export async function rawVersion(name: string): Promise<number | undefined> {
  return withRaw(name, (db) => Promise.resolve(db.version));
}

/** How many rows the tables have, null for an unreadable one; undefined when it does not open. */
export async function countRawRows(
  name: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, number | null> | undefined> {
  return withRaw(name, async (db) => {
    const counts = new Map<string, number | null>();
    for (const table of names) {
      const isThere = db.objectStoreNames.contains(table);
      const count = isThere ? await awaitRequest(() => storeOf(db, table).count()) : 0;
      counts.set(table, count ?? null);
    }
    return counts;
  });
}

// Undefined when the database is not there or does not open at all.
async function withRaw<T>(
  name: string,
  read: (db: IDBDatabase) => Promise<T>,
): Promise<T | undefined> {
  const db = await openRaw(name);
  if (db === undefined) return undefined;
  try {
    return await read(db);
  } finally {
    db.close();
  }
}

function openRaw(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = requestOpen(name);
    if (request === undefined) {
      resolve(undefined);
      return;
    }
    // Asked for only when there is no such database: without this, asking would make it.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(undefined));
  });
}

// A storage that is broken or forbidden may refuse the very question.
function requestOpen(name: string): IDBOpenDBRequest | undefined {
  try {
    return indexedDB.open(name);
  } catch {
    return undefined;
  }
}

async function readTable(db: IDBDatabase, table: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const page of forEachPage(db, table)) rows.push(...page);
  return rows;
}

async function* forEachPage(db: IDBDatabase, table: string): AsyncGenerator<readonly unknown[]> {
  for (let last: IDBValidKey | undefined; ;) {
    const keys = await keysAfter(db, table, last);
    if (keys === undefined) return;
    yield await rowsAt(db, table, keys);
    if (keys.length < pageRows) return;
    last = keys.at(-1);
  }
}

function keysAfter(
  db: IDBDatabase,
  table: string,
  last: IDBValidKey | undefined,
): Promise<readonly IDBValidKey[] | undefined> {
  const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
  return awaitRequest(() => storeOf(db, table).getAllKeys(range, pageRows));
}

// All at once where that works; one by one where a single row is damaged.
async function rowsAt(
  db: IDBDatabase,
  table: string,
  keys: readonly IDBValidKey[],
): Promise<readonly unknown[]> {
  const range = keys.length === 0 ? undefined : IDBKeyRange.bound(keys[0], keys.at(-1));
  if (range === undefined) return [];
  const page = await awaitRequest(() => storeOf(db, table).getAll(range));
  if (page !== undefined) return page;
  const rows = await Promise.all(
    keys.map((key) => awaitRequest(() => storeOf(db, table).get(key))),
  );
  return rows.filter((row) => row !== undefined);
}

function storeOf(db: IDBDatabase, table: string): IDBObjectStore {
  return db.transaction(table, 'readonly').objectStore(table);
}

function awaitRequest<T>(createRequest: () => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    try {
      const request = createRequest();
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => resolve(undefined));
    } catch {
      // The connection itself is gone.
      resolve(undefined);
    }
  });
}
