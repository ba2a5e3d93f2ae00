// What the worker keeps in memory between two thoughts is what stands in the tables.
import { describe, expect, it } from 'vitest';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Deps } from '#app/deps.ts';
import { noteChanged, readKnownHistories } from '#app/worker/read-known-histories.ts';
import { customerIdFrom } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import { businessClockOf } from '#engine/profile/business-clock.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { featureMemory } from '#engine/profile/feature-memory.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readHistoryPages } from '#storage/bulk/history-pages.ts';
import {
  customerId,
  daysAgo,
  every,
  historiesOf,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';
import { openWeekShop } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

type Shop = Deps & { readonly db: ShopDexie };

const people = [
  { name: 'Ann', visits: every(7, { times: 9, until: daysAgo(2) }) },
  { name: 'Ben', visits: every(10, { times: 6, until: daysAgo(30) }) },
  { name: 'Cleo' },
];

describe('histories in the worker', () => {
  it('are those of the tables, without the ids of single visits', async () => {
    const shop = await openWeekShop(people);
    await expectKnown(shop);
    expect((await knownIn(shop)).every(({ visitIds }) => visitIds.length === 0)).toBe(true);
  });

  it('follow a visit, its taking back, and people joined and taken apart', async () => {
    const shop = await openWeekShop(people);
    await expectKnown(shop);
    const visit = valueOf(
      await addMissedVisit(shop, {
        customerId: customerId('Cleo'),
        kind: 'bought',
        zone: 'Europe/London',
        day: daysAgo(1),
        minute: 600,
        amount: 450,
      }),
    );
    await expectKnown(shop);
    valueOf(await voidVisit(shop, visit.id));
    await expectKnown(shop);
    valueOf(await mergeCustomers(shop, customerId('Ann'), customerId('Ben')));
    await expectKnown(shop);
    valueOf(await unmergeCustomer(shop, customerId('Ben')));
    await expectKnown(shop);
  });

  it('read nobody again of whom nothing was heard', async () => {
    const shop = await openWeekShop(people);
    const before = await knownIn(shop);
    expect(await knownIn(shop)).toBe(before);
    noteChanged(shop, { kind: 'some', ids: [customerId('Ann')] });
    const after = await knownIn(shop);
    const same = after.filter((history) => before.includes(history));
    expect(same.map(({ customerId: id }) => id).toSorted()).toEqual(
      [customerId('Ben'), customerId('Cleo')].toSorted(),
    );
  });

  it('are read anew when possibly everybody changed, by what the page tells too', async () => {
    const shop = await openWeekShop(people);
    const before = await knownIn(shop);
    noteChanged(shop, { kind: 'all' });
    const after = await knownIn(shop);
    expect(after.some((history) => before.includes(history))).toBe(false);
    await expectKnown(shop);
  });
});

describe('everybody in pages', () => {
  it.each([1, 2, 3, 10])('of %i, each once and in order, joined people left out', async (count) => {
    const shop = await openWeekShop([
      ...people,
      { name: 'Dan' },
      { name: 'Eve' },
      { name: 'Finn' },
    ]);
    valueOf(await mergeCustomers(shop, customerId('Ann'), customerId('Dan')));
    const pages: (readonly History[])[] = [];
    await readHistoryPages(shop.db, count, (page, number) => {
      expect(page.length).toBeLessThanOrEqual(count);
      expect(pages[number]).toBeUndefined();
      pages[number] = page;
    });
    expect(pages.flat()).toEqual(await shop.db.histories.toArray());
  });

  it('reach whoever stands before and after all customers', async () => {
    const shop = await openWeekShop(people);
    const [history] = await shop.db.histories.toArray();
    if (history === undefined) throw new Error('no history');
    for (const id of ['!', '~'])
      await shop.db.histories.put({ ...history, customerId: customerIdFrom(id) });
    const found: string[] = [];
    await readHistoryPages(shop.db, 1, (page) => {
      found.push(...page.map((each) => each.customerId));
    });
    expect(found.toSorted()).toEqual(await shop.db.histories.toCollection().primaryKeys());
  });
});

describe('features from an earlier thought', () => {
  it('are found while people are read, where the clock is foreseen', async () => {
    const shop = await openWeekShop(people);
    const likely = businessClockOf({
      histories: await knownIn(shop),
      calendar: settingsWith(),
      today,
    });
    noteChanged(shop, { kind: 'all' });
    const { histories, memory } = await readKnownHistories(shop, Promise.resolve(likely));
    const ann = histories.find((history) => history.customerId === customerId('Ann'));
    if (ann === undefined) throw new Error('no Ann');
    // Whoever reads the visits from now on finds none.
    ann.flags.fill(0);
    expect(memory.at(likely)(ann).visitDays).toBe(9);
  });

  it('give the same list as features found anew, also after a change and on another day', () => {
    const memory = featureMemory();
    const settings = settingsWith();
    const histories = historiesOf(people.map(personWith));
    const more = historiesOf(
      [...people, { name: 'Dan', visits: every(5, { times: 8, until: today }) }].map(personWith),
    );
    for (const [shop, on] of [
      [histories, today],
      [histories, today],
      [more, today],
      [histories, daysAgo(1)],
    ] as const) {
      const source = { histories: shop, settings, today: on };
      expect(suggest({ ...source, memory })).toEqual(suggest(source));
    }
  });
});

async function knownIn(shop: Shop): Promise<readonly History[]> {
  return (await readKnownHistories(shop)).histories;
}

async function expectKnown(shop: Shop): Promise<void> {
  const stored = await shop.db.histories.toArray();
  const known = await knownIn(shop);
  expect(byId(known)).toEqual(byId(stored.map((history) => ({ ...history, visitIds: [] }))));
}

function byId(histories: readonly History[]): readonly History[] {
  return histories.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
}
