import { afterEach, describe, expect, it } from 'vitest';
import { restoreBackup, revertRestore, previewBackup } from '#app/backup/backups.ts';
import { replacedShops, lastBackup } from '#app/backup/backup-history.ts';
import { restoredPrefix, cleanUpRestores } from '#app/backup/clean-up-restores.ts';
import { finishErasures, scheduleErasure } from '#app/customers/erasure.ts';
import { voidVisit } from '#app/customers/visits.ts';
import { addDays } from '#lib/day.ts';
import { byFactTable } from '#schema/tables.ts';
import { databaseNames } from '#storage/database.ts';
import {
  addPerson,
  busyShop,
  clearShops,
  backupOf,
  ignored,
  backupContextOf,
  openEmptyShop,
  openShop,
  orderOf,
  rowsOf,
  visit,
} from '../../support/shops/backed-up-shop.ts';
import { backupText } from '../../support/files/backup-text.ts';
import { day } from '../../support/shops/shop-with.ts';
import { valueOf } from '../../support/values/value-of.ts';

afterEach(clearShops);

describe('a backup of the shop', () => {
  it('holds everything: restored, each row is as it was, derived ones too', async () => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const [mistaken] = await shop.db.visits.toArray();
    if (mistaken !== undefined) valueOf(await voidVisit(shop, mistaken.id));
    const before = await rowsOf(shop.db);
    const name = valueOf(await restoreBackup(backupContext, shop, orderOf(await backupOf(shop))));
    const after = await rowsOf(await openShop(name));
    const { meta: metaBefore, ...factsBefore } = before;
    const { meta: metaAfter, ...factsAfter } = after;
    expect(factsAfter).toEqual(factsBefore);
    expect(before['histories']?.length).toBe(3);
    expect(before['days']?.length).toBe(2);
    expect(metaBefore).toMatchObject([{ deviceId: 'testtill', shopId: 'test-shop' }]);
    // No timestamp is given twice, also when the shop of before goes on.
    expect(metaAfter).toMatchObject([{ shopId: 'test-shop' }]);
    expect(metaAfter).not.toMatchObject([{ deviceId: 'testtill' }]);
  });

  it('of a shop in which nothing ever happened is a backup too', async () => {
    const shop = await openEmptyShop();
    const name = valueOf(
      await restoreBackup(backupContextOf(shop), shop, orderOf(await backupOf(shop))),
    );
    const there = await openShop(name);
    expect(await there.settings.toArray()).toEqual(await shop.db.settings.toArray());
    expect(await there.visits.count()).toBe(0);
  });

  it('leaves the open shop as it was, down to the last row', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    const backup = await backupOf(shop);
    await restoreBackup(backupContextOf(shop), shop, orderOf(backup));
    expect(await rowsOf(shop.db)).toEqual(before);
  });

  it('gives stamps that come after all it has seen', async () => {
    const shop = await busyShop();
    const name = valueOf(
      await restoreBackup(backupContextOf(shop), shop, orderOf(await backupOf(shop))),
    );
    const here = await shop.db.meta.get('meta');
    const there = await (await openShop(name)).meta.get('meta');
    expect((there?.lastStamp ?? '') > (here?.lastStamp ?? '')).toBe(true);
  });

  it('shows what is in it beside the open shop', async () => {
    const shop = await busyShop();
    const backup = await backupOf(shop);
    shop.clock.advance(24 * 60 * 60 * 1000);
    const ben = valueOf(await addPerson(shop, 'Ben'));
    await visit(shop, ben);
    const preview = valueOf(await previewBackup(shop, { file: backup.file }, ignored));
    expect(preview).toEqual({
      shopName: 'Pell & Daughter',
      madeAt: backup.madeAt,
      backupSize: { people: 3, visits: 4, lastDay: '2026-06-19' },
      currentSize: { people: 4, visits: 5, lastDay: '2026-06-20' },
      onlyInShop: { people: 1, visits: 1 },
      onlyInBackup: { people: 0, visits: 0 },
      lines: { fresh: 0, same: 9, changed: 0, conflict: 0 },
      isThisShop: true,
      skippedRows: 0,
    });
  });

  it('never restores somebody who was erased since', async () => {
    const shop = await busyShop();
    const backup = await backupOf(shop);
    const [tom] = await shop.db.customers
      .filter((customer) => customer.name === 'Tom R.')
      .toArray();
    if (tom === undefined) throw new Error('Tom is a customer');
    const today = day('2026-06-19');
    await scheduleErasure(shop, tom.id, today);
    await finishErasures(shop, addDays(today, 31));
    const name = valueOf(await restoreBackup(backupContextOf(shop), shop, orderOf(backup)));
    const back = await openShop(name);
    const rows = await rowsOf(back);
    expect(JSON.stringify(rows)).not.toContain('Tom R.');
    expect(await back.visits.count()).toBe(4);
    expect(await back.visits.filter((row) => row.customerId === tom.id).count()).toBe(0);
    expect(rows['erasures']).toEqual(await shop.db.erasures.toArray());
    expect((await back.days.toArray()).map((day) => day.unnamed)).toEqual([1, 1]);
  });

  it('leaves out visits of an unfinished import', async () => {
    const shop = await busyShop();
    const visits = await shop.db.visits.toArray();
    const [first] = visits;
    if (first === undefined) throw new Error('a visit');
    const settings = await shop.db.settings.toArray();
    const importRow = {
      id: 'list',
      fileName: 'a.csv',
      fileHash: '',
      at: 0,
      rows: 1,
      people: 0,
      visits: 1,
      problems: [],
      problemCount: 0,
      finishedAt: null,
      undoneAt: null,
      layout: null,
      made: first.made,
      edits: {},
    };
    const text = backupText({
      ...noFacts,
      settings,
      imports: [importRow],
      visits: [{ ...first, importId: 'list' }, ...visits.slice(1)],
    });
    const name = valueOf(
      await restoreBackup(backupContextOf(shop), shop, orderOf({ file: new Blob([text]) })),
    );
    const back = await openShop(name);
    expect(await back.visits.count()).toBe(visits.length - 1);
    expect(await back.imports.count()).toBe(0);
  });
});

describe('a restore', () => {
  it('that fails in the storage leaves the shop and nothing else', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    const names = await databaseNames();
    const backup = await backupOf(shop);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    IDBObjectStore.prototype.put = function failing(...args: Parameters<typeof put>) {
      puts += 1;
      if (puts > 5) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const restored = await restoreBackup(backupContextOf(shop), shop, orderOf(backup)).finally(
      () => {
        IDBObjectStore.prototype.put = put;
      },
    );
    expect(restored).toEqual({ ok: false, problem: { kind: 'storage-full' } });
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(await databaseNames()).toEqual(names);
  });

  it('keeps the shop as it was, and goes back to it', async () => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const backup = await backupOf(shop);
    await addPerson(shop, 'Ben');
    const before = await rowsOf(shop.db);
    const name = valueOf(await restoreBackup(backupContext, shop, orderOf(backup)));
    backupContext.pointer.write({ shop: name, sample: null });
    expect(replacedShops(backupContext)).toEqual([
      { database: shop.db.name, at: shop.clock.now() },
    ]);
    expect(lastBackup(backupContext.store, name)).toMatchObject({
      at: 5,
      people: 1,
      visits: 2,
      stamp: expect.any(String),
    });

    const restored = { ...shop, db: await openShop(name) };
    shop.clock.advance(1000);
    valueOf(await revertRestore(backupContext, restored, shop.db.name));
    backupContext.pointer.write({ shop: shop.db.name, sample: null });
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(replacedShops(backupContext)).toEqual([{ database: name, at: shop.clock.now() }]);
  });

  it('goes back without whoever was erased meanwhile', async () => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const name = valueOf(await restoreBackup(backupContext, shop, orderOf(await backupOf(shop))));
    const restored = { ...shop, db: await openShop(name) };
    const [tom] = await restored.db.customers
      .filter((customer) => customer.name === 'Tom R.')
      .toArray();
    const today = day('2026-06-19');
    if (tom === undefined) throw new Error('Tom is a customer');
    await scheduleErasure(restored, tom.id, today);
    await finishErasures(restored, addDays(today, 31));
    valueOf(await revertRestore(backupContext, restored, shop.db.name));
    expect(JSON.stringify(await rowsOf(shop.db))).not.toContain('Tom R.');
    expect(await shop.db.visits.count()).toBe(4);
    expect(await shop.db.erasures.toArray()).toEqual(await restored.db.erasures.toArray());
  });

  it('deletes the replaced shop after thirty days, never the current one', async () => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const name = valueOf(await restoreBackup(backupContext, shop, orderOf(await backupOf(shop))));
    backupContext.pointer.write({ shop: name, sample: null });
    shop.db.close();
    const days = (count: number): number => shop.clock.now() + count * 24 * 60 * 60 * 1000;
    await cleanUpRestores(backupContext, days(29));
    expect(await databaseNames()).toContain(shop.db.name);
    await cleanUpRestores(backupContext, days(30));
    expect(await databaseNames()).not.toContain(shop.db.name);
    expect(await databaseNames()).toContain(name);
    expect(replacedShops(backupContext)).toEqual([]);
  });

  it('that never finished is deleted at the next start; a finished one and other shops stay', async () => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const finished = valueOf(
      await restoreBackup(backupContext, shop, orderOf(await backupOf(shop))),
    );
    const half = await openShop(`${restoredPrefix}half`);
    await half.settings.bulkPut(await shop.db.settings.toArray());
    half.close();
    (await openShop('regulars-just-made')).close();
    await cleanUpRestores(backupContext, shop.clock.now());
    const names = await databaseNames();
    expect(names).not.toContain(`${restoredPrefix}half`);
    expect(names).toEqual(expect.arrayContaining([shop.db.name, finished, 'regulars-just-made']));
  });
});

const noFacts = byFactTable(() => []);
