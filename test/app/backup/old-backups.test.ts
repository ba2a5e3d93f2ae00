import { afterEach, describe, expect, it } from 'vitest';
import { bringBack, prepareCopy, type BringingBack, type ReadyCopy } from '#app/backup/backups.ts';
import { keptShops, type CopyKeeping } from '#app/backup/backup-history.ts';
import { restoredPrefix, tidyCopies } from '#app/backup/clean-up-restores.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { finishForgetting, forgetCustomer } from '#app/customers/erasure.ts';
import { joinCustomers, separateCustomer } from '#app/customers/merge-customers.ts';
import { openRoster } from '#app/customers/roster.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { workInPlace } from '#app/worker/handlers.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { addDays } from '#lib/day.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { memoryDrafts } from '../../support/shops/memory-local-store.ts';
import { day } from '../../support/shops/shop-with.ts';
import { testDevice } from '../../support/shops/test-environment.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const zone = 'Europe/London';
const june = day('2026-06-18');

afterEach(async () => {
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('a copy from before somebody asked to be forgotten', () => {
  it('brings back whoever was joined with them then and is a person of their own now', async () => {
    const shop = await openTestShop();
    const khan = await added(shop, 'Mrs Khan');
    const ben = await added(shop, 'Ben');
    valueOf(
      await recordVisit(shop, draftVisit(shop, { customerId: ben.id, kind: 'bought', zone })),
    );
    await joinCustomers(shop, khan.id, ben.id);
    const copy = await copyOf(shop);
    await separateCustomer(shop, ben.id);
    await forgetCustomer(shop, khan.id, june);
    await finishForgetting(shop, addDays(june, 30));
    const there = await openShop(
      valueOf(await bringBack(keepingOf(shop), shop, orderOf(copy.file))),
    );
    expect(await there.customers.toArray()).toMatchObject([{ name: 'Ben', mergedInto: null }]);
    expect((await there.histories.get(ben.id))?.stamps).toHaveLength(1);
    await expectHistoryLaw(there);
  });
});

describe('a tablet that is switched off between the bringing back and the change to it', () => {
  it('keeps the new shop as one to go to, and clears it away after thirty days', async () => {
    const shop = await openTestShop();
    const keeping = keepingOf(shop);
    const copy = await copyOf(shop);
    const database = `${restoredPrefix}orphan`;
    valueOf(await shop.work.ask({ kind: 'restore-copy', file: copy.file, database }));
    await tidyCopies(keeping, shop.clock.now());
    expect(keptShops(keeping)).toEqual([{ database, at: shop.clock.now() }]);
    shop.clock.advance(31 * 24 * 60 * 60 * 1000);
    await tidyCopies(keeping, shop.clock.now());
    expect(await databaseNames()).toEqual([shop.db.name]);
    expect(keptShops(keeping)).toEqual([]);
  });
});

describe('a copy in which people are joined in a circle', () => {
  it('neither holds up the shop nor shows any of them', async () => {
    const shop = await openTestShop();
    const khan = await added(shop, 'Mrs Khan');
    const ben = await added(shop, 'Ben');
    await shop.db.customers.bulkPut([
      { ...khan, mergedInto: ben.id, importKey: '7' },
      { ...ben, mergedInto: khan.id },
    ]);
    const copy = await copyOf(shop);
    const name = valueOf(await bringBack(keepingOf(shop), shop, orderOf(copy.file)));
    const parts = { db: await openShop(name), clock: shop.clock, ids: shop.ids };
    const there = { ...parts, work: workInPlace(parts) };
    const tap = { customerId: khan.id, kind: 'bought', zone } as const;
    valueOf(await recordVisit(there, draftVisit(there, tap)));
    expect(await there.db.histories.toArray()).toEqual([]);
    const roster = await openRoster(there);
    expect(roster.people().size).toBe(0);
    roster.close();
    const file = new File(['customer,at\n7,2026-05-01\n'], 'list.csv');
    const reading = valueOf(await there.work.ask({ kind: 'read-list', file }));
    const meanings = ['customer-number', 'visit-day'] as const;
    const choices = { firstIsHeadings: true, meanings, order: null };
    const answers = { numbers: 'same', same: [] } as const;
    const told = { kind: 'import-list', file, reading, choices, answers } as const;
    expect(valueOf(await there.work.ask(told))).toMatchObject({ people: 1, visits: 1 });
  });
});

function keepingOf({ db }: Deps): CopyKeeping {
  return {
    pointer: testDevice({ shop: db.name, sample: null }).pointer,
    notes: memoryDrafts(),
  };
}

async function copyOf(shop: Deps): Promise<ReadyCopy> {
  return valueOf(await prepareCopy(shop, () => {}, new AbortController().signal));
}

function orderOf(file: Blob): BringingBack {
  const view = { inside: { people: 0, visits: 0, lastDay: null }, madeAt: null };
  return { file, view, onProgress: () => {} };
}

async function added(shop: Deps, name: string): Promise<Customer> {
  return valueOf(await addCustomer(shop, draftCustomer(shop, { name, zone })));
}

async function openShop(name: string): Promise<ShopDexie> {
  return valueOf(await openDatabase(name, () => {}));
}
