import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { openRoster } from '#app/customers/roster.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Deps } from '#app/deps.ts';
import {
  allowAsDoubles,
  askLater,
  forgetPutOff,
  isPutOff,
  keepApart,
  laterNotesOf,
  readLastAnswers,
} from '#app/doubles/answer-double.ts';
import { doubleView } from '#app/doubles/double-view.ts';
import { findShopDoubles } from '#app/doubles/find-shop-doubles.ts';
import type { Customer } from '#domain/customers/customer.ts';
import type { DoublePair } from '#domain/doubles/find-doubles.ts';
import type { ShopDexie } from '#storage/database.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

let shop: Deps & { readonly db: ShopDexie };
let reid: Customer;
let liz: Customer;

beforeEach(async () => {
  shop = await openTestShop();
  reid = await added({ name: 'Elizabeth Reid', phones: ['07700 900123'], zone });
  shop.clock.now();
  liz = await added({ name: 'Liz R.', phones: ['+44 7700 900123'], cue: 'red bike', zone });
  await added({ name: 'Tom Reid', phones: ['020 7946 0018'], zone });
  for (const [customer, on] of [
    [reid, '2026-03-02'],
    [liz, '2026-04-02'],
  ] as const)
    await addMissedVisit(shop, {
      customerId: customer.id,
      kind: 'bought',
      zone,
      day: day(on),
      minute: 600,
      amount: null,
    });
});

describe('two records of one person', () => {
  it('are found, and shown side by side with what they would be together', async () => {
    const [pair, ...others] = await found();
    expect(others).toEqual([]);
    if (pair === undefined) throw new Error('They are found');
    expect(pair).toMatchObject({ heap: 'one-person', signs: ['phone', 'short-name'] });
    expect(doubleView(pair, await openRoster(shop))).toMatchObject({
      older: { customer: { name: 'Elizabeth Reid' }, visits: 1, last: '2026-03-02' },
      younger: { customer: { name: 'Liz R.' }, visits: 1, last: '2026-04-02' },
      together: { visits: 2, first: '2026-03-02', customer: { cue: 'red bike' } },
    });
  });

  it('are not found again once they were called two people, and again when that is undone', async () => {
    const pair = { one: liz.id, other: reid.id };
    valueOf(await keepApart(shop, pair));
    expect(await found()).toEqual([]);
    expect(await shop.db.customers.get(liz.id)).toMatchObject({ notSameAs: [reid.id] });
    const roster = await openRoster(shop);
    expect(await readLastAnswers(shop, roster)).toMatchObject([
      { kind: 'apart', name: 'Liz R.', otherName: 'Elizabeth Reid' },
    ]);
    valueOf(await allowAsDoubles(shop, pair));
    expect(await found()).toHaveLength(1);
  });

  it('are merged and taken apart again after a restart, with the histories as they were', async () => {
    const before = await shop.db.histories.toArray();
    valueOf(await mergeCustomers(shop, liz.id, reid.id));
    expect(await found()).toEqual([]);
    shop.db.close();
    await shop.db.open();
    const [answer] = await readLastAnswers(shop, await openRoster(shop));
    expect(answer).toMatchObject({ kind: 'merged', name: 'Liz R.', otherName: 'Elizabeth Reid' });
    if (answer === undefined) throw new Error('It is remembered');
    valueOf(await unmergeCustomer(shop, answer.pair.one));
    expect(await shop.db.histories.toArray()).toEqual(before);
    await expectHistoryLaw(shop.db);
  });

  it('are asked about again thirty days after they were put off', async () => {
    const pair = { one: reid.id, other: liz.id };
    const notes = laterNotesOf(shop);
    askLater(notes, pair, day('2026-06-18'));
    const turned = { one: liz.id, other: reid.id };
    expect(isPutOff(notes, turned, day('2026-07-17'))).toBe(true);
    expect(isPutOff(notes, turned, day('2026-07-18'))).toBe(false);
    askLater(notes, pair, day('2026-06-18'));
    forgetPutOff(notes, liz.id);
    expect(isPutOff(notes, turned, day('2026-06-19'))).toBe(false);
  });
});

const zone = 'Europe/London';

async function found(): Promise<readonly DoublePair[]> {
  return valueOf(await findShopDoubles(shop)).pairs;
}

async function added(known: NewCustomer): Promise<Customer> {
  return valueOf(await addCustomer(shop, draftCustomer(shop, known)));
}
