import { afterEach, describe, expect, it } from 'vitest';
import {
  restoreBackup,
  prepareBackup,
  type RestoreOptions,
  type PreparedBackup,
} from '#app/backup/backups.ts';
import { replacedShops, type BackupContext } from '#app/backup/backup-history.ts';
import { restoredPrefix, cleanUpRestores } from '#app/backup/clean-up-restores.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { finishErasures, scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { openRoster } from '#app/customers/roster.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { addDays } from '#lib/day.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { day } from '../../support/shops/shop-with.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const zone = 'Europe/London';
const june = day('2026-06-18');

afterEach(async () => {
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('a backup from before somebody asked to be forgotten', () => {
  it('restores whoever was merged into them then and is a person of their own now', async () => {
    const shop = await openTestShop();
    const khan = await added(shop, 'Mrs Khan');
    const ben = await added(shop, 'Ben');
    valueOf(
      await recordVisit(shop, draftVisit(shop, { customerId: ben.id, kind: 'bought', zone })),
    );
    await mergeCustomers(shop, khan.id, ben.id);
    const backup = await backupOf(shop);
    await unmergeCustomer(shop, ben.id);
    await scheduleErasure(shop, khan.id, june);
    await finishErasures(shop, addDays(june, 30));
    const there = await openShop(
      valueOf(await restoreBackup(backupContextOf(shop), shop, orderOf(backup.file))),
    );
    expect(await there.customers.toArray()).toMatchObject([{ name: 'Ben', mergedInto: null }]);
    expect((await there.histories.get(ben.id))?.stamps).toHaveLength(1);
    await expectHistoryLaw(there);
  });
});

describe('a tablet that is switched off between the restore and the change to it', () => {
  it('keeps the new shop as one to go to, and clears it away after thirty days', async () => {
    const shop = await openTestShop();
    const backupContext = backupContextOf(shop);
    const backup = await backupOf(shop);
    const database = `${restoredPrefix}orphan`;
    valueOf(await shop.worker.ask({ kind: 'restore-backup', file: backup.file, database }));
    await cleanUpRestores(backupContext, shop.clock.now());
    expect(replacedShops(backupContext)).toEqual([{ database, at: shop.clock.now() }]);
    shop.clock.advance(31 * 24 * 60 * 60 * 1000);
    await cleanUpRestores(backupContext, shop.clock.now());
    expect(await databaseNames()).toEqual([shop.db.name]);
    expect(replacedShops(backupContext)).toEqual([]);
  });
});

describe('a backup in which people are merged in a circle', () => {
  it('neither holds up the shop nor shows any of them', async () => {
    const shop = await openTestShop();
    const khan = await added(shop, 'Mrs Khan');
    const ben = await added(shop, 'Ben');
    await shop.db.customers.bulkPut([
      { ...khan, mergedInto: ben.id, importKey: '7' },
      { ...ben, mergedInto: khan.id },
    ]);
    const backup = await backupOf(shop);
    const name = valueOf(await restoreBackup(backupContextOf(shop), shop, orderOf(backup.file)));
    const parts = { db: await openShop(name), clock: shop.clock, ids: shop.ids };
    const there = { ...parts, worker: inlineWorker(parts) };
    const tap = { customerId: khan.id, kind: 'bought', zone } as const;
    valueOf(await recordVisit(there, draftVisit(there, tap)));
    expect(await there.db.histories.toArray()).toEqual([]);
    const roster = await openRoster(there);
    expect(roster.people().size).toBe(0);
    roster.close();
    const file = new File(['customer,at\n7,2026-05-01\n'], 'list.csv');
    const reading = valueOf(
      await there.worker.ask({ kind: 'parse-list', file, open: { encoding: null, sheet: null } }),
    );
    const meanings = ['customer-number', 'visit-day'] as const;
    const choices = { firstIsHeadings: true, meanings, order: null, currency: null, standIns: {} };
    const answers = { all: null, each: [] } as const;
    const request = { kind: 'run-import', file, reading, choices, answers } as const;
    expect(valueOf(await there.worker.ask(request))).toMatchObject({ people: 1, visits: 1 });
  });
});

function backupContextOf({ db }: Deps): BackupContext {
  return {
    pointer: testEnvironment({ shop: db.name, sample: null }).pointer,
    store: memoryLocalStore(),
  };
}

async function backupOf(shop: Deps): Promise<PreparedBackup> {
  return valueOf(
    await prepareBackup(shop, null, { onProgress: () => {}, signal: new AbortController().signal }),
  );
}

function orderOf(file: Blob): RestoreOptions {
  const preview = { backupSize: { people: 0, visits: 0, lastDay: null }, madeAt: null };
  return { file, preview, onProgress: () => {} };
}

async function added(shop: Deps, name: string): Promise<Customer> {
  return valueOf(await addCustomer(shop, draftCustomer(shop, { name, zone })));
}

async function openShop(name: string): Promise<ShopDexie> {
  return valueOf(await openDatabase(name, () => {}));
}
