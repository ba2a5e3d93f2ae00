import { expect } from 'vitest';
import { isPresent, type CustomerId } from '#domain/customers/customer.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import { daySummaryOf } from '#domain/visits/day-summary.ts';
import type { ShopDexie } from '#storage/database.ts';

/**
 * Each history equals folding that person from scratch, nobody absent has one, and each day row
 * equals a recount.
 */
export async function expectHistoryLaw(db: ShopDexie): Promise<void> {
  const [customers, visits, moments, gestures, histories, days] = await Promise.all([
    db.customers.toArray(),
    db.visits.toArray(),
    db.moments.toArray(),
    db.gestures.toArray(),
    db.histories.toArray(),
    db.days.toArray(),
  ]);
  const joinedInto = (id: CustomerId): typeof customers =>
    customers
      .filter((customer) => customer.mergedInto === id)
      .flatMap((customer) => [customer, ...joinedInto(customer.id)]);
  const expected = customers.filter(isPresent).map((customer) => {
    const joined = joinedInto(customer.id);
    const ids: ReadonlySet<CustomerId | null> = new Set([
      customer.id,
      ...joined.map((each) => each.id),
    ]);
    const theirs = <Row extends { readonly customerId: CustomerId | null }>(rows: readonly Row[]) =>
      rows.filter((row) => ids.has(row.customerId));
    return historyOf({
      customer,
      joined,
      visits: theirs(visits).toReversed(),
      moments: theirs(moments),
      gestures: theirs(gestures),
    });
  });
  const byId = (rows: readonly History[]) =>
    rows.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  expect(byId(histories)).toEqual(byId(expected));
  // The count that goes along with every write is what a recount gives.
  expect((await db.meta.get('meta'))?.rows).toEqual({
    visits: visits.length,
    customers: customers.length,
    moments: moments.length,
    gestures: gestures.length,
  });
  for (const row of days) expect(row).toEqual(daySummaryOf(row.day, visits));
  const dayNames = new Set(days.map((row) => row.day));
  expect(visits.filter((visit) => !visit.voided && !dayNames.has(visit.day))).toEqual([]);
}
