import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareBackup, restoreBackup, type PreparedBackup } from '#app/backup/backups.ts';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { cancelErasure, finishErasures, scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import type { Deps } from '#app/deps.ts';
import { findForgotten } from '#app/privacy/find-forgotten.ts';
import type { Customer } from '#domain/customers/customer.ts';
import type { PersonSigns } from '#domain/customers/erasure-marks.ts';
import { addDays } from '#lib/day.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { today } from '../../support/shops/shop-with.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const eddaSigns = signs({ name: 'Edda Krol', phones: ['+44 7700 900110'], number: '7' });
const bramSigns = signs({ name: 'Bram Osei', phones: ['07700 900301'], number: '8' });
const list = [bramSigns, eddaSigns];
const gone = addDays(today, 30);

let shop: Deps;
let edda: Customer;

beforeEach(async () => {
  shop = await openTestShop();
  edda = await added({ name: 'Edda Krol', phones: ['07700 900110'], importKey: '7' });
  await added({ name: 'Bram Osei', phones: ['07700 900301'], importKey: '8' });
});

afterEach(async () => {
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('a list that names somebody who asked to be forgotten', () => {
  it('shows nobody before that, nor once they are back', async () => {
    expect(await findForgotten(shop, list)).toEqual(new Set());
    await scheduleErasure(shop, edda.id, today);
    await cancelErasure(shop, edda.id);
    expect(await findForgotten(shop, list)).toEqual(new Set());
  });

  it('shows them during the thirty days and for ever after', async () => {
    await scheduleErasure(shop, edda.id, today);
    expect(await findForgotten(shop, list)).toEqual(new Set([1]));
    await finishErasures(shop, gone);
    expect(await findForgotten(shop, list)).toEqual(new Set([1]));
    expect(await findForgotten(shop, [signs({ name: 'Edda Krol' }), bramSigns])).toEqual(
      new Set([0]),
    );
  });

  it('shows them by what a merged card said', async () => {
    const card = await added({ name: 'E. Krol', emails: ['edda.k@example.org'] });
    await mergeCustomers(shop, edda.id, card.id);
    await scheduleErasure(shop, edda.id, today);
    const byMail = [signs({ name: 'E. Krol', emails: ['edda.k@example.org'] })];
    expect(await findForgotten(shop, byMail)).toEqual(new Set([0]));
    await finishErasures(shop, gone);
    expect(await findForgotten(shop, byMail)).toEqual(new Set([0]));
    expect(await marksIn(shop.db)).toHaveLength(5);
  });

  it('leaves out nobody into whom a forgotten card was merged elsewhere', async () => {
    const bram = (await shop.db.customers.toArray()).find(({ name }) => name === 'Bram Osei');
    await shop.db.customers.put({ ...edda, mergedInto: bram?.id ?? null, forgottenOn: today });
    expect(await findForgotten(shop, list)).toEqual(new Set([1]));
  });

  it('keeps no word of theirs: marks are all there is', async () => {
    await scheduleErasure(shop, edda.id, today);
    await finishErasures(shop, gone);
    const rows = await Promise.all(shop.db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(rows)).not.toMatch(/Edda|Krol|900110/iu);
    expect(await shop.db.erasures.toArray()).toEqual([
      { customerId: edda.id, day: gone, marks: await marksIn(shop.db) },
    ]);
    expect(await marksIn(shop.db)).toHaveLength(3);
  });

  it('shows them on another tablet that got the shop by a backup', async () => {
    await scheduleErasure(shop, edda.id, today);
    await finishErasures(shop, gone);
    const there = await restored(await backupOf(shop));
    expect(await findForgotten({ db: there }, list)).toEqual(new Set([1]));
    there.close();
  });

  it('shows them after a backup from before was brought back', async () => {
    const before = await backupOf(shop);
    await scheduleErasure(shop, edda.id, today);
    await finishErasures(shop, gone);
    const there = await restored(before);
    expect((await there.customers.toArray()).map(({ name }) => name)).toEqual(['Bram Osei']);
    expect(await findForgotten({ db: there }, list)).toEqual(new Set([1]));
    there.close();
  });
});

async function added(known: Omit<NewCustomer, 'zone'>): Promise<Customer> {
  const draft = draftCustomer(shop, { ...known, zone: 'Europe/London' });
  return valueOf(await addCustomer(shop, draft));
}

async function marksIn(db: ShopDexie): Promise<readonly string[]> {
  return (await db.erasures.toArray()).flatMap(({ marks }) => marks);
}

async function backupOf(from: Deps): Promise<PreparedBackup> {
  const order = { onProgress: () => {}, signal: new AbortController().signal };
  return valueOf(await prepareBackup(from, null, order));
}

async function restored({ file }: PreparedBackup): Promise<ShopDexie> {
  const preview = { backupSize: { people: 0, visits: 0, lastDay: null }, madeAt: null };
  const context = {
    pointer: testEnvironment({ shop: shop.db.name, sample: null }).pointer,
    store: memoryLocalStore(),
  };
  const name = valueOf(await restoreBackup(context, shop, { file, preview, onProgress: () => {} }));
  return valueOf(await openDatabase(name, () => {}));
}

function signs(known: Partial<PersonSigns>): PersonSigns {
  return { name: '', phones: [], emails: [], number: null, ...known };
}
