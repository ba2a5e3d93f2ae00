import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import {
  cancelErasure,
  eraseNow,
  finishErasures,
  scheduleErasure,
  pendingErasures,
} from '#app/customers/erasure.ts';
import { customerFormName, openFormDraft } from '#app/customers/form/form-drafts.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import { noteMoment } from '#app/customers/moments.ts';
import { changeVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import { customerIdFrom, type Customer } from '#domain/customers/customer.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { memoryStorage } from '../../support/values/memory-storage.ts';
import { valueOf } from '../../support/values/value-of.ts';
import { day } from '../../support/shops/shop-with.ts';

let shop: Deps & { readonly db: ShopDexie };
let mrsKhan: Customer;
let tom: Customer;

beforeEach(async () => {
  shop = await openTestShop();
  mrsKhan = await added({ name: 'Mrs Khan', cue: 'red bike', zone });
  tom = await added({ name: 'Tom R.', sentBy: mrsKhan.id, zone });
  const visit = valueOf(
    await addMissedVisit(shop, {
      customerId: mrsKhan.id,
      kind: 'bought',
      zone,
      day: day('2026-06-11'),
      minute: 620,
      amount: 1690,
    }),
  );
  await changeVisit(shop, visit.id, {
    note: 'Asked about suet.',
    marks: ['friend'],
    receipt: '1042',
  });
});

describe('somebody who asks to be forgotten', () => {
  it('is gone from sight at once, and back with everything when brought back', async () => {
    const before = await shop.db.histories.get(mrsKhan.id);
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    expect(await shop.db.histories.get(mrsKhan.id)).toBeUndefined();
    expect(await pendingErasures(shop)).toEqual([
      { id: mrsKhan.id, name: 'Mrs Khan', goneOn: '2026-07-17' },
    ]);
    await cancelErasure(shop, mrsKhan.id);
    expect(await shop.db.histories.get(mrsKhan.id)).toEqual(before);
    expect(await pendingErasures(shop)).toEqual([]);
  });

  it('is still there to be brought back on the last of the thirty days', async () => {
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    expect(await finishErasures(shop, day('2026-07-16'))).toEqual({ ok: true, value: 0 });
    expect(await shop.db.customers.get(mrsKhan.id)).toMatchObject({ name: 'Mrs Khan' });
  });

  it('is gone for good after thirty days, while the shop keeps the day and the amount', async () => {
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    expect(await finishErasures(shop, day('2026-07-17'))).toEqual({ ok: true, value: 1 });
    expect(await shop.db.visits.toArray()).toMatchObject([
      { customerId: null, day: '2026-06-11', amount: 1690, note: '', marks: [], receipt: null },
    ]);
    expect(await wordsInShop()).not.toMatch(/Khan|red bike|suet/);
    expect(await readErasures(shop.db)).toMatchObject([
      { customerId: mrsKhan.id, day: '2026-07-17' },
    ]);
    await expectHistoryLaw(shop.db);
  });

  it('is found among more people than are looked at in one go', async () => {
    const strangers = Array.from({ length: 1_001 }, (_, count) => ({
      ...tom,
      id: customerIdFrom(`stranger-${count}`),
    }));
    await shop.db.customers.bulkAdd(strangers);
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    const last = await shop.db.customers.orderBy(':id').last();
    await scheduleErasure(shop, last?.id ?? tom.id, day('2026-06-17'));
    expect(await finishErasures(shop, day('2026-07-17'))).toEqual({ ok: true, value: 2 });
    expect(await shop.db.customers.count()).toBe(1_001);
  });

  it('takes along the cards joined into theirs and what others were noted to have to do with them', async () => {
    const other = await added({ name: 'A. Khan', zone });
    await mergeCustomers(shop, mrsKhan.id, other.id);
    const sent = draftMoment(shop, {
      customerId: tom.id,
      kind: 'sent',
      day: day('2026-06-12'),
      about: other.id,
    });
    await noteMoment(shop, sent);
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    await finishErasures(shop, day('2026-08-01'));
    expect((await shop.db.customers.toArray()).map((customer) => customer.name)).toEqual([
      'Tom R.',
    ]);
    expect(await shop.db.customers.get(tom.id)).toMatchObject({ sentBy: null });
    expect(await shop.db.moments.toArray()).toMatchObject([{ about: null }]);
    expect(await readErasures(shop.db)).toHaveLength(2);
    await expectHistoryLaw(shop.db);
  });

  it('goes from a card that another tablet joined meanwhile, and leaves the other card with what is its own', async () => {
    const other = await added({ name: 'A. Khan', cue: 'green hat', zone });
    const said = draftMoment(shop, {
      customerId: other.id,
      kind: 'praise',
      day: day('2026-06-12'),
      text: 'Loves the pies.',
    });
    await noteMoment(shop, said);
    await mergeCustomers(shop, mrsKhan.id, other.id);
    await changeCustomer(shop, other.id, { forgottenOn: day('2026-06-17') });
    await finishErasures(shop, day('2026-07-17'));
    expect(await wordsInShop()).not.toMatch(/A\. Khan|green hat|pies/);
    expect((await shop.db.histories.get(mrsKhan.id))?.stamps).toHaveLength(1);
    await expectHistoryLaw(shop.db);
  });

  it('goes at once when asked for twice, and never when asked for once', async () => {
    valueOf(await eraseNow(shop, mrsKhan.id, day('2026-06-18')));
    expect(await shop.db.customers.get(mrsKhan.id)).toMatchObject({ name: 'Mrs Khan' });
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-18'));
    valueOf(await eraseNow(shop, mrsKhan.id, day('2026-06-18')));
    expect(await wordsInShop()).not.toMatch(/Khan|red bike|suet/);
    expect(await readErasures(shop.db)).toMatchObject([
      { customerId: mrsKhan.id, day: '2026-06-18' },
    ]);
    await expectHistoryLaw(shop.db);
  });

  it('leaves no half-typed card behind on the tablet', async () => {
    const kept = memoryStorage();
    vi.stubGlobal('localStorage', kept);
    onTestFinished(() => void vi.unstubAllGlobals());
    openFormDraft(shop, customerFormName(mrsKhan.id)).save('name=Mrs+Khan&phone=0161');
    openFormDraft(shop, customerFormName(tom.id)).save('name=Tom+R.');
    await scheduleErasure(shop, mrsKhan.id, day('2026-06-17'));
    await finishErasures(shop, day('2026-07-17'));
    expect(openFormDraft(shop, customerFormName(mrsKhan.id)).load()).toBeNull();
    expect(openFormDraft(shop, customerFormName(tom.id)).load()).toBe('name=Tom+R.');
  });

  it('says so when the storage does not answer', async () => {
    shop.db.close();
    expect(await finishErasures(shop, day('2026-08-01'))).toMatchObject({
      ok: false,
      problem: { kind: 'storage-failed' },
    });
  });
});

const zone = 'Europe/London';

/** The browser's small store, as much of it as drafts use. */
async function wordsInShop(): Promise<string> {
  const tables = shop.db.tables.map((table) => table.toArray());
  return JSON.stringify(await Promise.all(tables));
}

async function added(known: NewCustomer): Promise<Customer> {
  return valueOf(await addCustomer(shop, draftCustomer(shop, known)));
}
