import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { addCustomer, draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import { changeVisit, draftVisit, recordVisit, voidVisit } from '#app/customers/visits.ts';
import { visitIdFrom } from '#domain/visits/visit.ts';
import { failed, type Result } from '#lib/result.ts';
import { openDatabase } from '#storage/database.ts';
import { observeQuery } from '#storage/observe.ts';
import { write } from '#storage/transaction.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';
const nativePut = IDBObjectStore.prototype.put;
const nativeGet = IDBObjectStore.prototype.get;
const nativeAdd = IDBObjectStore.prototype.add;
const nativeTransaction = IDBDatabase.prototype.transaction;

/**
 * What a planted fault does when a writing transaction begins; Dexie takes hold of the browser's
 * function when it opens.
 */
let onBegin = (): void => {};
IDBDatabase.prototype.transaction = function watched(...args) {
  if (args[1] === 'readwrite') onBegin();
  return nativeTransaction.apply(this, args);
};

afterAll(() => {
  IDBDatabase.prototype.transaction = nativeTransaction;
});
afterEach(() => {
  onBegin = () => {};
  IDBObjectStore.prototype.put = nativePut;
  IDBObjectStore.prototype.get = nativeGet;
  IDBObjectStore.prototype.add = nativeAdd;
});

/** Makes the `k`-th storage request from now on fail; tells how many were asked for. */
function failRequest(k: number): { readonly asked: () => number } {
  let asked = 0;
  function counted<Args extends unknown[]>(
    native: (this: IDBObjectStore, ...args: Args) => IDBRequest,
  ) {
    return function request(this: IDBObjectStore, ...args: Args): IDBRequest {
      asked += 1;
      if (asked === k) throw new DOMException('planted', 'UnknownError');
      return native.apply(this, args);
    };
  }
  IDBObjectStore.prototype.put = counted(nativePut);
  IDBObjectStore.prototype.get = counted(nativeGet);
  IDBObjectStore.prototype.add = counted(nativeAdd);
  return { asked: () => asked };
}

async function contentOf(deps: Deps): Promise<string> {
  const tables = await Promise.all(
    deps.db.tables.map(async (table) => [table.name, await table.toArray()]),
  );
  return JSON.stringify(tables, (_, value: unknown) =>
    value instanceof Int32Array || value instanceof Uint8Array ? [...value] : value,
  );
}

interface Action {
  readonly name: string;
  readonly run: (deps: Deps) => Promise<Result<unknown, { readonly kind: string }>>;
}

const customerDraft = (deps: Deps) => draftCustomer(deps, { name: 'Mrs Khan', zone });

async function shopWithOneVisit(): Promise<{ readonly deps: Deps }> {
  const deps = await openTestShop();
  const welcomed = await addCustomerWithVisit(
    deps,
    customerDraft(deps),
    draftVisit(deps, { customerId: null, kind: 'bought', zone }),
  );
  if (!welcomed.ok) throw new Error(welcomed.problem.kind);
  return { deps };
}

async function onlyCustomer(deps: Deps) {
  const customer = await deps.db.customers.toCollection().first();
  if (customer === undefined) throw new Error('There is one');
  return customer;
}

async function onlyVisit(deps: Deps) {
  const visit = await deps.db.visits.toCollection().first();
  if (visit === undefined) throw new Error('There is one');
  return visit;
}

const actions: readonly Action[] = [
  {
    name: 'a tap',
    run: async (deps) =>
      recordVisit(
        deps,
        draftVisit(deps, { customerId: (await onlyCustomer(deps)).id, kind: 'bought', zone }),
      ),
  },
  {
    name: 'someone else',
    run: (deps) => recordVisit(deps, draftVisit(deps, { customerId: null, kind: 'bought', zone })),
  },
  {
    name: 'a new person at the counter',
    run: (deps) =>
      addCustomerWithVisit(
        deps,
        customerDraft(deps),
        draftVisit(deps, { customerId: null, kind: 'bought', zone }),
      ),
  },
  {
    name: 'an amount',
    run: async (deps) => changeVisit(deps, (await onlyVisit(deps)).id, { amount: 1840 }),
  },
  { name: 'undo', run: async (deps) => voidVisit(deps, (await onlyVisit(deps)).id) },
  {
    name: 'a visit given to nobody',
    run: async (deps) => changeVisit(deps, (await onlyVisit(deps)).id, { customerId: null }),
  },
  {
    name: 'a changed card',
    run: async (deps) =>
      changeCustomer(deps, (await onlyCustomer(deps)).id, { name: 'Mrs Khan-Ali' }),
  },
  { name: 'changed settings', run: (deps) => changeSettings(deps, { budgetMoney: 5000 }) },
];

describe('one business action is written whole or not at all', () => {
  test.each(actions)(
    '$name: whichever storage request fails, the shop is as before or as after',
    async ({ run }) => {
      const undisturbed = await shopWithOneVisit();
      await run(undisturbed.deps);
      const done = await contentOf(undisturbed.deps);
      for (let k = 1; ; k += 1) {
        const { deps } = await shopWithOneVisit();
        const before = await contentOf(deps);
        const fault = failRequest(k);
        // The action looks something up before it writes; only a failure of the write itself is a
        // Problem.
        const outcome = await run(deps).catch((error: unknown) => ({
          ok: false as const,
          problem: error,
        }));
        const reached = fault.asked() >= k;
        IDBObjectStore.prototype.put = nativePut;
        IDBObjectStore.prototype.get = nativeGet;
        IDBObjectStore.prototype.add = nativeAdd;
        const after = await contentOf(deps);
        expect(after).toBe(outcome.ok ? done : before);
        deps.db.close();
        if (!reached) {
          expect(k).toBeGreaterThan(4);
          return;
        }
      }
    },
  );

  test.each(['UnknownError', 'InvalidStateError', 'AbortError', 'TimeoutError', 'NotFoundError'])(
    'a connection that fails with %s twice is opened afresh and the visit is saved',
    async (name) => {
      const deps = await openTestShop();
      let failures = 2;
      onBegin = () => {
        failures -= 1;
        if (failures >= 0) throw new DOMException('planted', name);
      };
      const result = await recordVisit(
        deps,
        draftVisit(deps, { customerId: null, kind: 'bought', zone }),
      );
      expect(result.ok).toBe(true);
      expect(failures).toBe(-1);
      expect(await deps.db.visits.count()).toBe(1);
      deps.db.close();
    },
  );

  test('a connection that stays broken is a problem in words, not a crash', async () => {
    const deps = await openTestShop();
    onBegin = () => {
      throw new DOMException('planted', 'UnknownError');
    };
    const result = await recordVisit(
      deps,
      draftVisit(deps, { customerId: null, kind: 'bought', zone }),
    );
    expect(result).toEqual({
      ok: false,
      problem: { kind: 'storage-failed', name: 'UnknownError' },
    });
    deps.db.close();
  });

  test('saying the same tap twice logs it once', async () => {
    const { deps } = await shopWithOneVisit();
    const draft = draftVisit(deps, {
      customerId: (await onlyCustomer(deps)).id,
      kind: 'bought',
      zone,
    });
    await recordVisit(deps, draft);
    await recordVisit(deps, draft);
    expect(await deps.db.visits.count()).toBe(2);
    expect((await deps.db.histories.toCollection().first())?.stamps.length).toBe(2);
    expect((await deps.db.days.toCollection().first())?.bought).toBe(2);
    deps.db.close();
  });

  test('nobody ever sees a row of an action that was given up', async () => {
    const { deps } = await shopWithOneVisit();
    const visit = await onlyVisit(deps);
    const seen = new Set<number>();
    const stop = observeQuery(() => deps.db.visits.count(), {
      onResult: (count) => seen.add(count),
      onFailure: (error) => expect(error).toBeUndefined(),
    });
    for (let turn = 0; turn < 200; turn += 1) {
      const given = await write(deps.db, deps.clock.now(), async (writer) => {
        await writer.db.visits.put({ ...visit, id: visitIdFrom(`never-${turn}`) });
        return failed({ kind: 'not-found' });
      });
      expect(given.ok).toBe(false);
    }
    stop();
    expect([...seen]).toEqual([1]);
    deps.db.close();
  });

  test('older code refuses to write where newer code has said so', async () => {
    const deps = await openTestShop();
    await deps.db.meta.update('meta', { minWriter: 99 });
    const result = await addCustomer(deps, customerDraft(deps));
    expect(result).toEqual({ ok: false, problem: { kind: 'newer-app-needed' } });
    expect(await deps.db.customers.count()).toBe(0);
    deps.db.close();
  });

  test('two tabs that log at the same time lose nothing', async () => {
    const { deps } = await shopWithOneVisit();
    const customer = await onlyCustomer(deps);
    const other = await openDatabase(deps.db.name, () => {});
    if (!other.ok) throw new Error(other.problem.kind);
    const tabs: readonly Deps[] = [deps, { ...deps, db: other.value }];
    await Promise.all(
      tabs.map(async (tab) => {
        for (let count = 0; count < 150; count += 1) {
          const result = await recordVisit(
            tab,
            draftVisit(tab, { customerId: customer.id, kind: 'bought', zone }),
          );
          if (!result.ok) throw new Error(result.problem.kind);
        }
      }),
    );
    const history = await deps.db.histories.get(customer.id);
    expect(history?.stamps.length).toBe(301);
    expect((await deps.db.days.toCollection().first())?.bought).toBe(301);
    deps.db.close();
    other.value.close();
  });
});

test('the first amount fixes the currency', async () => {
  const { deps } = await shopWithOneVisit();
  await changeSettings(deps, { currency: { code: 'EUR', digits: 2 } });
  await changeVisit(deps, (await onlyVisit(deps)).id, { amount: 1840 });
  await changeSettings(deps, { currency: { code: 'JPY', digits: 0 }, budgetMoney: 9000 });
  const settings = await deps.db.settings.get('settings');
  expect(settings).toMatchObject({
    currency: { code: 'EUR', digits: 2 },
    currencyFixed: true,
    budgetMoney: 9000,
  });
  deps.db.close();
});
