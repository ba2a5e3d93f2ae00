// A shop as the first released version of the app left it, made from a shop of today: what an
// update finds on a tablet.
import { versions } from '#schema/versions.ts';
import { contentOf, versionOf, type Content } from './raw-storage.ts';

/** Fields that later versions added, by table: what a row of the first version does not have. */
const addedSince: Readonly<Record<string, readonly string[]>> = {
  settings: [
    'holdOut',
    'offers',
    'language',
    'region',
    'signature',
    'shopAddress',
    'shopPhone',
    'shopEmail',
    'quietFrom',
    'quietTo',
    'messageRestDays',
    'retentionYears',
    'printers',
    'labels',
    'ownLabels',
    'envelope',
    'bigKeys',
    'sounds',
    'closingNote',
  ],
  meta: ['rows'],
  customers: [
    'phones',
    'emails',
    'addresses',
    'letterName',
    'opening',
    'wallName',
    'language',
    'permissions',
    'young',
    'diedOn',
    'notSameAs',
  ],
  gestures: ['roundId', 'perkId', 'perkRound', 'householdId', 'way', 'purpose', 'declinedOn'],
  perks: ['title', 'repeats', 'givesToNew', 'afterVisits', 'countsFrom', 'publishedOn', 'endedOn'],
  visits: ['receipt'],
  imports: ['layout'],
  erasures: ['marks'],
};

/** Fields that the first version had and later ones have not, by table. */
const goneSince: Readonly<Record<string, (row: Row) => Row>> = {
  settings: ({ offers }) => {
    const offer = Object(listOf(offers)[0]);
    return { offerWords: offer['words'], offerCost: offer['cost'] };
  },
  customers: ({ phones, emails, addresses, permissions }) => ({
    phone: firstOf(phones),
    email: firstOf(emails),
    address: firstOf(addresses),
    consents: {
      post: consentIn(permissions, 'post'),
      email: consentIn(permissions, 'email'),
      phone: consentIn(permissions, 'call'),
    },
  }),
  perks: () => ({ windowDays: 365 }),
  // Folded from the facts of then.
  histories: ({ facts, gestures }) => ({
    foldVersion: 1,
    facts: without(facts, ['young', 'died']),
    gestures: listOf(gestures).map((gesture) =>
      without(gesture, ['roundId', 'perkId', 'perkRound', 'purpose', 'declined']),
    ),
  }),
  models: () => ({ foldVersion: 1 }),
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
  return listOf(list)[0] ?? '';
}

function listOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

function consentIn(permissions: unknown, way: string): unknown {
  const answers = listOf(permissions).map((each): Row => Object(each));
  const found = answers.find((each) => each['way'] === way);
  return found === undefined
    ? null
    : { answer: found['answer'], day: found['day'], how: found['how'] };
}

function without(row: unknown, fields: readonly string[]): Row {
  const entries = Object.entries(Object(row)).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(entries);
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
    // What came later has no table there.
    if (transaction?.objectStoreNames.contains(table) !== true) continue;
    for (const row of rows) {
      const gone = goneSince[table]?.(Object(row));
      transaction.objectStore(table).put({ ...without(row, addedSince[table] ?? []), ...gone });
    }
  }
}
