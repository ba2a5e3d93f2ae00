import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { draftVisit, recordVisit } from '#app/visits.ts';
import { openDatabase } from '#storage/database.ts';
import { openTestShop } from '../support/test-shop.ts';

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
    next.version(2).stores({ customers: 'id, futureIndex' });
    await next.open();
    opened.push(old.value, next);
    expect(told).toEqual(['superseded']);
    expect(old.value.isOpen()).toBe(false);
  });

  test('a tab that was let go cannot write any more, and says that newer code is needed', async () => {
    const deps = await openTestShop();
    const newer = new Dexie(deps.db.name);
    newer.version(2).stores({ customers: 'id, futureIndex', visits: 'id' });
    await newer.open();
    opened.push(newer, deps.db);
    const result = await recordVisit(
      deps,
      draftVisit(deps, { customerId: null, kind: 'bought', zone }),
    );
    expect(result).toEqual({ ok: false, problem: { kind: 'newer-app-needed' } });
    expect(await newer.table('visits').count()).toBe(0);
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
