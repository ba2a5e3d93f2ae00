import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { reassignVisit, voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { addDays, dayFrom } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { readCustomerRows } from '#storage/tables/customer-rows.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop, type TestClock } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';
import { day } from '../../support/shops/shop-with.ts';
import type { Deps } from '#app/deps.ts';

type TestShop = Deps & { readonly clock: TestClock; readonly db: ShopDexie };

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});

describe('two cards that are one person', () => {
  it('become the older card, whichever was named first, with the visits of both', async () => {
    const older = await added(shop, { name: 'Mrs Khan', zone });
    const younger = await added(shop, { name: 'Amina Khan', phones: ['07700 900123'], zone });
    await cameOn(shop, older.id, '2026-06-01');
    await cameOn(shop, younger.id, '2026-06-08');
    const join = valueOf(await mergeCustomers(shop, younger.id, older.id));
    expect(join.survivor.id).toBe(older.id);
    expect((await readCustomerRows(shop.db, older.id))?.visits).toHaveLength(2);
    expect(await shop.db.histories.get(younger.id)).toBeUndefined();
    await expectHistoryLaw(shop.db);
  });

  it('keep their own visits and answers, so that taking it back loses nothing', async () => {
    const older = await added(shop, { name: 'Mrs Khan', zone });
    const younger = await added(shop, { name: 'Amina Khan', phones: ['07700 900123'], zone });
    await cameOn(shop, younger.id, '2026-06-08');
    const before = await everything(shop);
    await mergeCustomers(shop, older.id, younger.id);
    await unmergeCustomer(shop, younger.id);
    const after = await everything(shop);
    expect(after.histories).toEqual(before.histories);
    expect(after.visits).toEqual(before.visits);
    expect(after.customers).toMatchObject([{ mergedInto: null }, { mergedInto: null }]);
  });

  it('come apart with the cards that had been joined into the freed one', async () => {
    const first = await added(shop, { name: 'Joan', zone });
    const second = await added(shop, { name: 'Joan Price', zone });
    const third = await added(shop, { name: 'J. Price', zone });
    await cameOn(shop, third.id, '2026-06-08');
    await mergeCustomers(shop, second.id, third.id);
    await mergeCustomers(shop, first.id, second.id);
    expect((await readCustomerRows(shop.db, first.id))?.visits).toHaveLength(1);
    await unmergeCustomer(shop, second.id);
    expect((await readCustomerRows(shop.db, first.id))?.visits).toHaveLength(0);
    expect((await readMergedCustomers(shop.db, third.id))?.customer.id).toBe(second.id);
    await expectHistoryLaw(shop.db);
  });

  it('are left alone when they are one already, or one of them is not here', async () => {
    const first = await added(shop, { name: 'Joan', zone });
    const second = await added(shop, { name: 'Joan Price', zone });
    await mergeCustomers(shop, first.id, second.id);
    const again = await mergeCustomers(shop, first.id, second.id);
    expect(again).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });

  it('obey the history law through any order of visits, joins, partings and corrections', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const here = await openTestShop();
        const people: Customer[] = [];
        for (const name of ['Ann', 'Bob', 'Cy']) people.push(await added(here, { name, zone }));
        for (const each of steps) await taken(here, people, each);
        await expectHistoryLaw(here.db);
        here.db.close();
      }),
      { numRuns: 30 },
    );
  });
});

const zone = 'Europe/London';
const firstOfJune = dayFrom('2026-06-01');

const person = fc.nat(2);
const step = fc.oneof(
  fc.record({ act: fc.constant('come' as const), who: person, day: fc.nat(40) }),
  fc.record({ act: fc.constant('join' as const), who: person, other: person }),
  fc.record({ act: fc.constant('part' as const), who: person }),
  fc.record({ act: fc.constant('void' as const), visit: fc.nat(20) }),
  fc.record({ act: fc.constant('give' as const), visit: fc.nat(20), who: person }),
  fc.record({ act: fc.constant('edit' as const), who: person }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function taken(here: TestShop, people: readonly Customer[], each: Step): Promise<void> {
  here.clock.advance(1000);
  const visits = await here.db.visits.toArray();
  const idOf = (place: number): CustomerId => {
    const found = people[place];
    if (found === undefined) throw new Error('Nobody there');
    return found.id;
  };
  if (each.act === 'come')
    await cameOn(here, idOf(each.who), addDays(firstOfJune ?? day('2026-06-01'), each.day));
  if (each.act === 'join') await mergeCustomers(here, idOf(each.who), idOf(each.other));
  if (each.act === 'part') await unmergeCustomer(here, idOf(each.who));
  if (each.act === 'edit') await changeCustomer(here, idOf(each.who), { birthday: '05-14' });
  if ((each.act === 'void' || each.act === 'give') && visits.length > 0) {
    const visit = visits[each.visit % visits.length];
    if (visit === undefined) return;
    if (each.act === 'void') await voidVisit(here, visit.id);
    else await reassignVisit(here, visit.id, idOf(each.who));
  }
}

async function everything(here: TestShop) {
  return {
    customers: await here.db.customers.toArray(),
    visits: await here.db.visits.toArray(),
    histories: await here.db.histories.toArray(),
  };
}

async function cameOn(here: TestShop, customerId: CustomerId, on: string): Promise<Visit> {
  return valueOf(
    await addMissedVisit(here, {
      customerId,
      kind: 'bought',
      zone,
      day: day(on),
      minute: null,
      amount: 500,
    }),
  );
}

async function added(here: TestShop, known: NewCustomer): Promise<Customer> {
  here.clock.advance(1000);
  return valueOf(await addCustomer(here, draftCustomer(here, known)));
}
