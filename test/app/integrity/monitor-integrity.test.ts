// A shop that is less than it was must never be taken for the shop; one that only shrank as it
// should must never raise the alarm.
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Dexie } from 'dexie';
import {
  markerText,
  latestMarker,
  type IntegrityMarker,
  type MarkerStore,
} from '#app/integrity/integrity-marker.ts';
import {
  monitorIntegrity,
  hasLostData,
  type MonitorOptions,
} from '#app/integrity/monitor-integrity.ts';
import type { BackupContext } from '#app/backup/backup-history.ts';
import { addCustomerWithVisit, draftCustomer } from '#app/customers/customers.ts';
import { finishErasures, scheduleErasure } from '#app/customers/erasure.ts';
import {
  closeTemporaryShop,
  openTemporaryShop,
  replaceLostShop,
} from '#app/recovery/temporary-shop.ts';
import { acceptLoss, inspectLoss } from '#app/recovery/data-loss.ts';
import { startShop } from '#app/shop/open-shop.ts';
import { draftVisit, recordVisit, voidVisit } from '#app/customers/visits.ts';
import { addDays } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { databaseNames, type ShopDexie } from '#storage/database.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

const zone = 'Europe/London';

afterEach(async () => {
  for (const name of await databaseNames()) await Dexie.delete(name);
});

describe('monitoring an open shop', () => {
  it('writes the last stamp and the row counts to every store', async () => {
    const { shop, guarded, places } = await guardedShop();
    onTestFinished(monitorIntegrity(guarded));
    await tap(shop);
    await tap(shop);
    const meta = await shop.db.meta.get('meta');
    for (const place of places)
      await vi.waitFor(
        async () =>
          expect(await latestMarker([place])).toMatchObject({
            database: shop.db.name,
            lastStamp: meta?.lastStamp,
            rows: { visits: 3, customers: 1, moments: 0, gestures: 0 },
          }),
        { timeout: 5000 },
      );
    expect(guarded.backupContext.pointer.lastTimestamp(shop.db.name)).toBe(meta?.lastStamp);
  });

  it.each([[[0]], [[1]], [[2]], [[0, 1]], [[0, 2]], [[1, 2]]])(
    'knows an older state of the shop with the places %j cleared',
    async (cleared) => {
      const { shop, guarded, places } = await guardedShop();
      const before = await stateOf(shop.db);
      await tap(shop);
      const marker = await canaryOf(shop.db);
      for (const place of places) await place.write(markerText(marker));
      for (const index of cleared) places[index]?.clear();
      expect(await hasLostData(guarded)).toBe(false);
      await turnBack(shop.db, before);
      expect(await hasLostData(guarded)).toBe(true);
    },
  );

  it('cannot know it when every store was cleared', async () => {
    const { shop, guarded } = await guardedShop();
    const before = await stateOf(shop.db);
    await tap(shop);
    await turnBack(shop.db, before);
    expect(await hasLostData(guarded)).toBe(false);
  });

  it.each(['visits', 'customers'] as const)(
    'knows that a row of %s is missing, without any place',
    async (table) => {
      const { shop, guarded } = await guardedShop();
      await tap(shop);
      await shop.db.table(table).limit(1).delete();
      expect(await hasLostData(guarded)).toBe(true);
      const alarms: string[] = [];
      onTestFinished(monitorIntegrity({ ...guarded, onDataLoss: () => alarms.push('short') }));
      await vi.waitFor(() => expect(alarms).toEqual(['short']));
      expect(guarded.backupContext.pointer.lastTimestamp(shop.db.name)).toBeNull();
    },
  );

  it('treats rows that cannot be counted as lost, and writes no marker', async () => {
    const { shop, guarded } = await guardedShop();
    const native = IDBObjectStore.prototype.count;
    const counting = vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(function (
      this: IDBObjectStore,
      ...words
    ) {
      if (this.name === 'visits') throw new DOMException('planted', 'UnknownError');
      return native.apply(this, words);
    });
    onTestFinished(() => counting.mockRestore());
    const alarms: string[] = [];
    onTestFinished(monitorIntegrity({ ...guarded, onDataLoss: () => alarms.push('short') }));
    await vi.waitFor(() => expect(alarms).toEqual(['short']));
    expect(guarded.backupContext.pointer.lastTimestamp(shop.db.name)).toBeNull();
    expect(await inspectLoss(shop.db.name)).toMatchObject({
      actual: { visits: 0, customers: 1 },
      isOpenable: false,
    });
    expect(await acceptLoss(testEnvironment(), shop.db.name)).toEqual({
      ok: false,
      problem: { kind: 'storage-failed', name: 'UnknownError' },
    });
  });

  it('is not alarmed by a connection that was lost while the rows are there', async () => {
    const { shop, guarded } = await guardedShop();
    const alarms: string[] = [];
    const previewing = vi.spyOn(indexedDB, 'open');
    onTestFinished(() => previewing.mockRestore());
    shop.db.close();
    onTestFinished(monitorIntegrity({ ...guarded, onDataLoss: () => alarms.push('short') }));
    // It looks with connections of its own, and comes back later.
    await vi.waitFor(() => expect(previewing).toHaveBeenCalledTimes(2));
    expect(await inspectLoss(shop.db.name)).toMatchObject({ isOpenable: true });
    expect(alarms).toEqual([]);
  });

  it('is not alarmed by undone taps, erased people, or stores that lag behind', async () => {
    const { shop, guarded, places } = await guardedShop();
    const early = markerText(await canaryOf(shop.db));
    await voidVisit(shop, (await tap(shop)).id);
    const [customer] = await shop.db.customers.toArray();
    if (customer === undefined) throw new Error('There is one');
    const today = toLocalTime(shop.clock.now(), zone).day;
    await scheduleErasure(shop, customer.id, today);
    expect(await finishErasures(shop, addDays(today, 31))).toEqual({ ok: true, value: 1 });
    expect(await shop.db.customers.count()).toBe(0);
    for (const place of places) await place.write(early);
    expect(await hasLostData(guarded)).toBe(false);
  });

  it('counts a shop that was never counted, and knows from then on', async () => {
    const { shop, guarded } = await guardedShop();
    await shop.db.meta.toCollection().modify((meta: { rows?: unknown }) => {
      delete meta.rows;
    });
    expect(await hasLostData(guarded)).toBe(false);
    await shop.db.visits.clear();
    expect(await hasLostData(guarded)).toBe(true);
  });
});

describe('a start', () => {
  it('does not open an older state than was seen, unless the owner accepts it', async () => {
    const { shop } = await guardedShop();
    const { name } = shop.db;
    const before = await stateOf(shop.db);
    await tap(shop);
    const device = testEnvironment({ shop: name, sample: null });
    device.pointer.setLastTimestamp(name, (await canaryOf(shop.db)).lastStamp);
    await turnBack(shop.db, before);
    shop.db.close();
    const startContext = { device, onSuperseded: () => {} };
    expect(await startShop(startContext)).toEqual({ kind: 'lost', name });
    const lost = await inspectLoss(name);
    expect(lost).toMatchObject({ actual: { visits: 1, customers: 1 }, isOpenable: true });
    expect(await acceptLoss(device, name)).toEqual({ ok: true, value: null });
    const start = await startShop(startContext);
    expect(start.kind).toBe('open');
    if (start.kind === 'open') start.deps.db.close();
  });

  it('creates no database where one is gone', async () => {
    const device = testEnvironment({ shop: 'regulars-gone', sample: null });
    const start = await startShop({ device, onSuperseded: () => {} });
    expect(start).toEqual({ kind: 'lost', name: 'regulars-gone' });
    expect(await inspectLoss('regulars-gone')).toMatchObject({ actual: null, isOpenable: false });
    expect(await databaseNames()).toEqual([]);
  });
});

describe('a temporary shop for a restore', () => {
  it('keeps the erasures of the lost shop, and leaves nothing behind', async () => {
    const { shop, guarded } = await guardedShop();
    const [someone] = await shop.db.customers.toArray();
    const erasure = { customerId: someone?.id, day: '2026-06-18', marks: ['n1'] };
    await shop.db.table('erasures').put(erasure);
    await shop.db.settings.clear();
    shop.db.close();
    const lost = await inspectLoss(shop.db.name);
    expect(lost.isOpenable).toBe(false);
    const device = testEnvironment({ shop: shop.db.name, sample: null });
    const landing = await openTemporaryShop(device, lost);
    if (!landing.ok) throw new Error(landing.problem.kind);
    expect(await landing.value.db.erasures.toArray()).toEqual([erasure]);
    replaceLostShop(guarded.backupContext, landing.value, lost);
    expect(guarded.backupContext.store.get('regulars.kept')).toContain(shop.db.name);
    await closeTemporaryShop(landing.value);
    expect(await databaseNames()).toEqual([shop.db.name]);
  });
});

type Shop = Awaited<ReturnType<typeof openTestShop>>;

interface MemoryStore extends MarkerStore {
  readonly clear: () => void;
}

async function guardedShop() {
  const shop = await openTestShop();
  const visit = draftVisit(shop, { customerId: null, kind: 'bought', zone });
  await addCustomerWithVisit(shop, draftCustomer(shop, { name: 'Mrs Khan', zone }), visit);
  const { pointer } = testEnvironment({ shop: shop.db.name, sample: null });
  const backupContext: BackupContext = { pointer, store: memoryLocalStore() };
  const places = [memoryPlace(), memoryPlace(), memoryPlace()];
  const guarded: MonitorOptions = {
    deps: shop,
    backupContext,
    stores: places,
    onDataLoss: () => {},
    onWritten: () => {},
  };
  return { shop, guarded, places };
}

function memoryPlace(): MemoryStore {
  let stored: string | null = null;
  return {
    read: async () => stored,
    async write(text) {
      stored = text;
    },
    clear() {
      stored = null;
    },
  };
}

async function tap(shop: Shop) {
  const visit = draftVisit(shop, { customerId: null, kind: 'bought', zone });
  const saved = await recordVisit(shop, visit);
  if (!saved.ok) throw new Error(saved.problem.kind);
  return visit;
}

async function canaryOf(db: ShopDexie): Promise<IntegrityMarker> {
  const meta = await db.meta.get('meta');
  if (meta === undefined || meta.lastStamp === null) throw new Error('Something was written');
  const { shopId, lastStamp, rows = null } = meta;
  return { database: db.name, shopId, lastStamp, rows, at: 0, lastCopyAt: null };
}

type State = ReadonlyMap<string, readonly unknown[]>;

async function stateOf(db: ShopDexie): Promise<State> {
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  return new Map(db.tables.map((table, index) => [table.name, rows[index] ?? []]));
}

/** As a damaged log or an old picture of the disk does: everything as it was, consistently. */
async function turnBack(db: ShopDexie, state: State): Promise<void> {
  for (const table of db.tables) {
    await table.clear();
    await table.bulkPut([...(state.get(table.name) ?? [])]);
  }
}
