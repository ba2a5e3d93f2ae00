import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { failed, ok } from '#lib/result.ts';
import { openDatabase, type BeforeUpgrade } from '#storage/database.ts';
import { schemaVersion, versions } from '#schema/versions.ts';
import { settingsWith } from '../support/shops/shop-with.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';
const opened: { close: () => void }[] = [];

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** What the browser itself says is in a database: version, stores, rows. */
async function rawContent(name: string): Promise<unknown> {
  const db = await new Dexie(name).open();
  const content: Record<string, unknown> = { version: db.verno };
  for (const table of db.tables) content[table.name] = await table.toArray();
  db.close();
  return content;
}

/** A shop as the first release left it: its indexes, and settings without what came later. */
async function shopOfVersion1(): Promise<{
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}> {
  const name = `regulars-first-${performance.now()}`;
  const first = new Dexie(name);
  first.version(1).stores(versions[0]?.indexes ?? {});
  await first.open();
  const { holdOut: _, ...settings } = settingsWith({ shopName: 'Pell & Daughter' });
  await first.table('settings').add(settings);
  await first.table('visits').add({ id: 'v1', customerId: 'c1', at: 1, day: '2026-06-18' });
  first.close();
  return { name, settings };
}

describe('opening the shop', () => {
  test('a database made by newer code is neither opened nor changed', async () => {
    const name = `regulars-newer-${performance.now()}`;
    const newer = new Dexie(name);
    newer.version(9).stores({ customers: 'id, futureIndex', somethingNew: 'id' });
    await newer.open();
    await newer.table('customers').add({ id: 'c1', name: 'Mrs Khan', futureField: 'kept' });
    newer.close();
    const before = await rawContent(name);

    expect(await openDatabase(name, () => {})).toEqual({
      ok: false,
      problem: { kind: 'newer-app-needed' },
    });
    expect(await rawContent(name)).toEqual(before);
  });

  test('this tab lets go at once when newer code in another tab wants the database', async () => {
    const name = `regulars-superseded-${performance.now()}`;
    const told: string[] = [];
    const old = await openDatabase(name, () => told.push('superseded'));
    if (!old.ok) throw new Error(old.problem.kind);
    const next = new Dexie(name);
    next.version(9).stores({ customers: 'id, futureIndex' });
    await next.open();
    opened.push(old.value, next);
    expect(told).toEqual(['superseded']);
    expect(old.value.isOpen()).toBe(false);
  });

  test('a tab that was let go cannot write any more, and says that newer code is needed', async () => {
    const deps = await openTestShop();
    const newer = new Dexie(deps.db.name);
    newer.version(9).stores({ customers: 'id, futureIndex', visits: 'id' });
    await newer.open();
    opened.push(newer, deps.db);
    const result = await recordVisit(
      deps,
      draftVisit(deps, { customerId: null, kind: 'bought', zone }),
    );
    expect(result).toEqual({ ok: false, problem: { kind: 'newer-app-needed' } });
    expect(await newer.table('visits').count()).toBe(0);
  });

  test('a shop of version 1 is brought to today in one go, and shown as it was before that', async () => {
    const { name, settings } = await shopOfVersion1();
    const seen: unknown[] = [];
    const now = await openDatabase(
      name,
      () => {},
      async (db) => {
        seen.push(db.verno, await db.settings.toArray(), await db.visits.count());
        return ok(null);
      },
    );
    if (!now.ok) throw new Error(now.problem.kind);
    opened.push(now.value);
    expect(seen).toEqual([1, [settings], 1]);
    expect(now.value.verno).toBe(schemaVersion);
    expect(await now.value.settings.toArray()).toEqual([{ ...settings, holdOut: false }]);
    expect(await now.value.visits.count()).toBe(1);
    now.value.close();
    const again = await openDatabase(
      name,
      () => {},
      () => Promise.reject(new Error('Nothing is rewritten any more')),
    );
    expect(again.ok).toBe(true);
    if (again.ok) opened.push(again.value);
  });

  test.each<readonly [string, BeforeUpgrade]>([
    ['says so', async () => failed({ kind: 'snapshot-failed', why: 'storage-full' })],
    ['fails', () => Promise.reject(new DOMException('no room', 'UnknownError'))],
  ])(
    'rows are not rewritten when what they were cannot be kept: whoever keeps it %s',
    async (_, keep) => {
      const { name, settings } = await shopOfVersion1();
      const before = await rawContent(name);
      const refused = await openDatabase(name, () => {}, keep);
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'snapshot-failed' } });
      expect(await rawContent(name)).toEqual(before);
      expect(before).toMatchObject({ version: 1, settings: [settings] });
    },
  );

  test('they are kept first, also where the browser names a newer version than the rows are', async () => {
    const { name } = await shopOfVersion1();
    const native = indexedDB.databases.bind(indexedDB);
    // As after a crash in the middle of an upgrade.
    indexedDB.databases = async () =>
      (await native()).map((each) => ({ ...each, version: schemaVersion * 10 }));
    const seen: number[] = [];
    const now = await openDatabase(
      name,
      () => {},
      async (db) => {
        seen.push(db.verno);
        return ok(null);
      },
    ).finally(() => Reflect.deleteProperty(indexedDB, 'databases'));
    if (now.ok) opened.push(now.value);
    expect([now.ok, seen]).toEqual([true, [1]]);
  });

  test('writing asks the browser for strict durability', async () => {
    const asked: (IDBTransactionDurability | undefined)[] = [];
    const native = IDBDatabase.prototype.transaction;
    // Dexie takes hold of the browser's function when it opens, so it is replaced before that.
    IDBDatabase.prototype.transaction = function spied(stores, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return native.call(this, stores, mode, options);
    };
    try {
      const deps = await openTestShop();
      opened.push(deps.db);
      asked.splice(0);
      const result = await recordVisit(
        deps,
        draftVisit(deps, { customerId: null, kind: 'bought', zone }),
      );
      expect(result.ok).toBe(true);
    } finally {
      IDBDatabase.prototype.transaction = native;
    }
    expect(asked).toEqual(['strict']);
  });
});
