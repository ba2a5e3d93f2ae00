// The browser's storage without the app: to see what is really kept, to put a small shop back as it
// was, and to measure what the browser itself takes for the same work.

/** All rows of all stores by name, as they lie in the database. */
export type Content = Readonly<Record<string, readonly unknown[]>>;

/** The databases of this origin, sorted. */
export async function databases(): Promise<readonly string[]> {
  return (await indexedDB.databases()).map((each) => each.name ?? '').toSorted();
}

/** Everything in the database called `name`. */
export async function contentOf(name: string): Promise<Content> {
  return withDatabase(name, async (db) => {
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores);
    const rows = await Promise.all(
      stores.map((store) => answer<unknown[]>(transaction.objectStore(store).getAll())),
    );
    return Object.fromEntries(stores.map((store, index) => [store, rows[index] ?? []]));
  });
}

/**
 * Everything in the database called `name`, or why there is nothing to be had of it. Looking makes
 * no database.
 */
export async function contentLeft(name: string): Promise<Content | 'gone' | 'unreadable'> {
  try {
    return (await databases()).includes(name) ? await contentOf(name) : 'gone';
  } catch {
    return 'unreadable';
  }
}

/**
 * The version of the database called `name` as the browser counts it; 0 for none. After a crash
 * only opening tells it truly.
 */
export async function versionOf(name: string): Promise<number> {
  return withDatabase(name, async (db) => db.version);
}

/** How many rows each store has. */
export async function countsOf(name: string): Promise<Readonly<Record<string, number>>> {
  return withDatabase(name, async (db) => {
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores);
    const counts = await Promise.all(
      stores.map((store) => answer(transaction.objectStore(store).count())),
    );
    return Object.fromEntries(stores.map((store, index) => [store, counts[index] ?? 0]));
  });
}

/** Makes the database called `name` hold exactly `content`. */
export async function putContent(name: string, content: Content): Promise<void> {
  await withDatabase(name, async (db) => {
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores, 'readwrite', { durability: 'relaxed' });
    for (const store of stores) {
      const kept = transaction.objectStore(store);
      kept.clear();
      for (const row of content[store] ?? []) kept.put(row);
    }
    await ended(transaction);
  });
}

/** All rows of `store` in the order of their keys, some thousand at a time. */
export async function* pagesOf(
  name: string,
  store: string,
): AsyncGenerator<readonly unknown[], undefined> {
  let page = await pageAfter(name, store, null);
  while (page.rows.length > 0) {
    yield page.rows;
    page = await pageAfter(name, store, page.last);
  }
}

const pageRows = 5_000;

function pageAfter(
  name: string,
  store: string,
  after: IDBValidKey | null,
): Promise<{ readonly rows: readonly unknown[]; readonly last: IDBValidKey | null }> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  return withDatabase(name, async (db) => {
    const kept = db.transaction(store).objectStore(store);
    const reading = answer<unknown[]>(kept.getAll(range, pageRows));
    const keys = await answer(kept.getAllKeys(range, pageRows));
    return { rows: await reading, last: keys.at(-1) ?? null };
  });
}

/** Deletes the database called `name`. */
export async function drop(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

/** A reference measurement of plain writing. */
export interface RawWriting {
  readonly transactions: number;
  /** Rows put in each transaction, one after another. */
  readonly rows: number;
  readonly durability: IDBTransactionDurability;
  /** What each row holds besides its key; a visit is about 400 characters of text. */
  readonly characters: number;
}

/** How many milliseconds each transaction took, on a database of its own that is deleted again. */
export async function timeWrites(order: RawWriting): Promise<readonly number[]> {
  const name = `reference-${Math.random()}`;
  const times = await withDatabase(
    name,
    async (db) => {
      const text = 'x'.repeat(order.characters);
      const taken: number[] = [];
      for (let turn = 0; turn < order.transactions; turn += 1) {
        const begun = performance.now();
        const transaction = db.transaction('rows', 'readwrite', { durability: order.durability });
        const store = transaction.objectStore('rows');
        for (let row = 0; row < order.rows; row += 1) store.put({ id: `${turn}/${row}`, text });
        await ended(transaction);
        taken.push(performance.now() - begun);
      }
      return taken;
    },
    (db) => db.createObjectStore('rows', { keyPath: 'id' }),
  );
  await drop(name);
  return times;
}

/** How many milliseconds reading all rows of `store` at once takes, and how many there are. */
export async function timeRead(
  name: string,
  store: string,
): Promise<{ readonly rows: number; readonly ms: number }> {
  return withDatabase(name, async (db) => {
    const begun = performance.now();
    const rows = await answer(db.transaction(store).objectStore(store).getAll());
    return { rows: rows.length, ms: performance.now() - begun };
  });
}

/** How many milliseconds getting one row of `store` by each of `keys` takes, one after another. */
export async function timeGets(
  name: string,
  store: string,
  keys: readonly string[],
): Promise<readonly number[]> {
  return withDatabase(name, async (db) => {
    const times: number[] = [];
    for (const key of keys) {
      const begun = performance.now();
      await answer(db.transaction(store).objectStore(store).get(key));
      times.push(performance.now() - begun);
    }
    return times;
  });
}

async function withDatabase<T>(
  name: string,
  work: (db: IDBDatabase) => Promise<T>,
  make: (db: IDBDatabase) => void = () => {},
): Promise<T> {
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => make(request.result));
  const db = await answer(request);
  db.addEventListener('versionchange', () => db.close());
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}
