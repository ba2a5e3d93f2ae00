// The law of histories: what stands in the table is what folding all facts anew gives.
import { expect } from 'vitest';
import { isPresent } from '#domain/customer.ts';
import { historyOf } from '#domain/history.ts';
import { shopDayOf } from '#domain/shop-day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { cardsOf } from '#storage/histories.ts';

/** Expects each history and each day row of the shop to equal folding its facts from scratch, and no others to be there. */
export async function expectHistoryLaw(db: ShopDexie): Promise<void> {
  const [cards, visits, moments, gestures] = await Promise.all([
    db.customers.toArray(),
    db.visits.toArray(),
    db.moments.toArray(),
    db.gestures.toArray(),
  ]);
  const expected = [];
  for (const card of cards.filter(isPresent)) {
    const { joined = [] } = (await cardsOf(db, card.id)) ?? {};
    const ids = new Set([card.id, ...joined.map((each) => each.id)]);
    const isTheirs = (row: { readonly customerId: typeof card.id | null }) =>
      row.customerId !== null && ids.has(row.customerId);
    expected.push(
      historyOf({
        customer: card,
        joined,
        visits: visits.filter(isTheirs),
        moments: moments.filter(isTheirs),
        gestures: gestures.filter(isTheirs),
      }),
    );
  }
  expect(await db.histories.toArray()).toEqual(
    expected.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1)),
  );
  const days = await db.days.toArray();
  expect(days).toEqual(days.map(({ day }) => shopDayOf(day, visits)));
}
