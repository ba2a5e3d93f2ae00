import { describe, expect, it } from 'vitest';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { restoreReferral, setReferral, takeBackReferral } from '#app/customers/referrals.ts';
import { openRoster } from '#app/customers/roster.ts';
import { addPerk, allPerks, publishPerk } from '#app/perks/perks.ts';
import { perksOfCustomer } from '#app/perks/perks-of-customer.ts';
import { loadSettings } from '#app/shop/settings.ts';
import {
  customerId,
  daysAgo,
  on,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { openWeekShop, type TestShop } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const [joan, tom, hana] = ['Joan', 'Tom', 'Hana'].map(customerId);
if (joan === undefined || tom === undefined || hana === undefined) throw new Error('Nobody');

const people: readonly CustomerSpec[] = [
  {
    name: 'Joan',
    visits: on([daysAgo(300)]),
    moments: [{ kind: 'sent', day: daysAgo(10), about: hana }],
  },
  { name: 'Tom', sentBy: joan, visits: on([daysAgo(20), daysAgo(12)]) },
  { name: 'Hana', visits: on([daysAgo(9)]) },
];

describe('who sent whom', () => {
  it('can be noted later, and what a perk owes follows, also when it is taken back', async () => {
    const shop = await openWithPerk([...people, { name: 'Ben', visits: on([daysAgo(3)]) }]);
    expect(await duesTo(shop)).toBe(2);
    valueOf(await setReferral(shop, customerId('Ben'), joan));
    expect(await duesTo(shop)).toBe(3);
    valueOf(await setReferral(shop, customerId('Ben'), null));
    expect(await duesTo(shop)).toBe(2);
  });

  it.each([
    ['by the record of who came', tom],
    ['as a moment', hana],
  ])('is taken back wherever it was noted, and restored as it was: %s', async (_how, person) => {
    const shop = await openWithPerk(people);
    const link = valueOf(await takeBackReferral(shop, joan, person));
    expect(await duesTo(shop)).toBe(1);
    valueOf(await restoreReferral(shop, link));
    expect(await duesTo(shop)).toBe(2);
    expect((await shop.db.customers.get(tom))?.sentBy).toBe(joan);
  });

  it('is taken back on every record that was merged into one', async () => {
    const shop = await openWithPerk([
      ...people,
      { name: 'Thomas', sentBy: joan, createdAt: 5, visits: on([daysAgo(2)]) },
    ]);
    expect(await duesTo(shop)).toBe(3);
    valueOf(await mergeCustomers(shop, tom, customerId('Thomas')));
    expect(await duesTo(shop)).toBe(2);
    valueOf(await setReferral(shop, tom, null));
    expect(await duesTo(shop)).toBe(1);
    expect((await shop.db.customers.get(customerId('Thomas')))?.sentBy).toBeNull();
  });
});

/** A pound for each person somebody sends. */
async function openWithPerk(who: readonly CustomerSpec[]): Promise<TestShop> {
  const shop = await openWeekShop(who);
  const perk = valueOf(
    await addPerk(shop, {
      measure: 'people-sent',
      threshold: 1,
      repeats: 'every',
      gives: 'a pound',
      givesToNew: '',
      afterVisits: 1,
    }),
  );
  valueOf(await publishPerk(shop, perk.id, { today: daysAgo(400), countsFrom: null }));
  return shop;
}

async function duesTo(shop: TestShop): Promise<number> {
  const roster = await openRoster(shop);
  const question = {
    roster,
    perks: await allPerks(shop),
    settings: await loadSettings(shop),
    today,
  };
  const perks = perksOfCustomer(question, joan ?? customerId('Joan'));
  roster.close();
  return perks.flatMap(({ due }) => due).length;
}
