import { describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import {
  changeVisit,
  draftVisit,
  reassignVisit,
  recordVisit,
  restoreVisit,
  voidVisit,
} from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { maxAmount } from '#domain/shop/money.ts';
import { visitorsOn } from '#domain/visits/day-summary.ts';
import { toInstant } from '#lib/time-zone.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

type Shop = Awaited<ReturnType<typeof openTestShop>>;

const london = 'Europe/London';

describe('the day of a visit', () => {
  it.each([
    ['Pacific/Auckland', Date.UTC(2026, 5, 18, 11, 59), '2026-06-18', 1439],
    ['Pacific/Auckland', Date.UTC(2026, 5, 18, 12, 0), '2026-06-19', 0],
    ['America/Los_Angeles', Date.UTC(2026, 5, 19, 6, 59), '2026-06-18', 1439],
    ['Europe/London', Date.UTC(2026, 5, 18, 22, 59), '2026-06-18', 1439],
    // The night in which 01:30 comes twice, and the one in which it never comes.
    ['Europe/London', Date.UTC(2026, 9, 25, 0, 30), '2026-10-25', 90],
    ['Europe/London', Date.UTC(2026, 9, 25, 1, 30), '2026-10-25', 90],
    ['Europe/London', Date.UTC(2026, 2, 29, 1, 30), '2026-03-29', 150],
    ['America/Santiago', Date.UTC(2026, 8, 6, 4, 0), '2026-09-06', 60],
  ])(
    'is the shop’s own, wherever the tablet thinks it is: %s at %i',
    async (...[zone, at, on, minute]) => {
      const shop = await openTestShop({ zone });
      shop.clock.set(at);
      const visit = await tapped(shop, zone);
      expect(visit).toMatchObject({ at, day: on, minute });
      expect(visitorsOn(await rowOf(shop, visit))).toBe(1);
      await expectHistoryLaw(shop.db);
    },
  );

  it('stays what it was when the shop moves to another zone', async () => {
    const shop = await openTestShop();
    const before = await tapped(shop, london);
    const after = valueOf(await changeVisit(shop, before.id, { amount: 500 }));
    expect(after).toMatchObject({ day: before.day, minute: before.minute, at: before.at });
  });

  it('may be put right: the visit leaves the one day and is counted on the other', async () => {
    const shop = await openTestShop();
    const before = await tapped(shop, london);
    const on = day('2026-03-29');
    const at = toInstant({ day: on, minute: 720 }, london);
    const after = valueOf(await changeVisit(shop, before.id, { day: on, minute: null, at }));
    expect(visitorsOn(await rowOf(shop, before))).toBe(0);
    expect(visitorsOn(await rowOf(shop, after))).toBe(1);
    await expectHistoryLaw(shop.db);
  });

  it('of a forgotten visit in the hour that is skipped is still that day', async () => {
    const shop = await openTestShop();
    const skipped = { day: day('2026-03-29'), minute: 90, amount: null };
    const told = { customerId: null, kind: 'bought', zone: london, ...skipped } as const;
    const visit = valueOf(await addMissedVisit(shop, told));
    expect(visit).toMatchObject({
      day: '2026-03-29',
      minute: 90,
      at: Date.UTC(2026, 2, 29, 1, 30),
    });
  });
});

describe('a visit', () => {
  it('may go to nobody and come back, be taken back and put back, and nothing is counted twice', async () => {
    const shop = await openTestShop();
    const visit = await tapped(shop, london);
    const before = [await shop.db.histories.toArray(), await shop.db.days.toArray()];
    valueOf(await reassignVisit(shop, visit.id, null));
    await expectHistoryLaw(shop.db);
    valueOf(await reassignVisit(shop, visit.id, visit.customerId));
    valueOf(await voidVisit(shop, visit.id));
    await expectHistoryLaw(shop.db);
    valueOf(await restoreVisit(shop, visit.id));
    expect([await shop.db.histories.toArray(), await shop.db.days.toArray()]).toEqual(before);
  });

  it('may cost as much as any can', async () => {
    const shop = await openTestShop();
    const visit = await tapped(shop, london);
    const dear = valueOf(await changeVisit(shop, visit.id, { amount: maxAmount }));
    expect(await rowOf(shop, dear)).toMatchObject({ sum: maxAmount });
    const [history] = await shop.db.histories.toArray();
    expect(history?.amounts).toEqual(Int32Array.of(maxAmount));
    await expectHistoryLaw(shop.db);
  });
});

async function tapped(shop: Shop, zone: string): Promise<Visit> {
  const customer = valueOf(
    await addCustomer(shop, draftCustomer(shop, { name: '__proto__ 🧀 ابن', zone })),
  );
  const tap = { customerId: customer.id, kind: 'bought', zone } as const;
  return valueOf(await recordVisit(shop, draftVisit(shop, tap)));
}

async function rowOf({ db }: Shop, visit: Visit) {
  const row = await db.days.get(visit.day);
  if (row === undefined) throw new Error(`No row of ${visit.day}`);
  return row;
}
