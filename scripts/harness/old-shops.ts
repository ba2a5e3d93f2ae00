// A shop as the first released version of the app left it, made from a shop of today: what an
// update finds on a tablet.
import { versions } from '#schema/versions.ts';
import { contentOf, versionOf, type Content } from './raw-storage.ts';

/** Fields that later versions added, by table: what a row of the first version does not have. */
const addedSince: Readonly<Record<string, readonly string[]>> = {
  settings: ['holdOut'],
  meta: ['rows'],
  customers: ['phones', 'emails', 'addresses'],
  visits: ['receipt'],
  imports: ['layout'],
  erasures: ['marks'],
};

/** Fields that the first version had and later ones have not, by table. */
const goneSince: Readonly<Record<string, (row: Row) => Row>> = {
  customers: ({ phones, emails, addresses }) => ({
    phone: firstOf(phones),
    email: firstOf(emails),
    address: firstOf(addresses),
  }),
};

type Row = Readonly<Record<string, unknown>>;

/** Makes the database `old`, as version 1 would have it, from what is in the database `name`. */
export async function makeOld(name: string, old: string): Promise<void> {
  const content = await contentOf(name);
  const [first] = versions;
  if (first === undefined) throw new Error('There is no first version.');
  await new Promise<void>((resolve, reject) => {
    // Dexie keeps its version times ten.
    const request = indexedDB.open(old, first.number * 10);
    request.addEventListener('upgradeneeded', () => {
      for (const [table, indexes] of Object.entries(first.indexes))
        makeStore(request.result, table, indexes);
      fill(request.transaction, content);
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('not made')));
  });
}

/**
 * The version of the database `name` as the browser counts it, and whether its rows are those of
 * one version: `first`, `todayVisits` or `mixed`.
 */
export async function ageOf(
  name: string,
): Promise<{ readonly version: number; readonly rows: 'first' | 'today' | 'mixed' }> {
  const version = await versionOf(name);
  const content = await contentOf(name);
  const ages = Object.entries(addedSince).flatMap(([table, fields]) =>
    // Visits are not rewritten by an upgrade.
    (['meta', 'visits'].includes(table) ? [] : (content[table] ?? [])).map((row) =>
      fields.every((field) => Object.hasOwn(Object(row), field)),
    ),
  );
  if (ages.every(Boolean)) return { version, rows: 'today' };
  return { version, rows: ages.some(Boolean) ? 'mixed' : 'first' };
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? (list[0] ?? '') : '';
}

function makeStore(db: IDBDatabase, table: string, indexes: string): void {
  const [key = 'id', ...others] = indexes.split(', ');
  const store = db.createObjectStore(table, { keyPath: key });
  for (const index of others) {
    const path = index.startsWith('[') ? index.slice(1, -1).split('+') : index;
    store.createIndex(index, path);
  }
}

function fill(transaction: IDBTransaction | null, content: Content): void {
  for (const [table, rows] of Object.entries(content)) {
    const without = new Set(addedSince[table]);
    for (const row of rows) {
      const fields = Object.entries(Object(row)).filter(([field]) => !without.has(field));
      const gone = goneSince[table]?.(Object(row));
      transaction?.objectStore(table).put({ ...Object.fromEntries(fields), ...gone });
    }
  }
}
