import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '#app/deps.ts';
import { customerIdFrom, type Customer } from '#domain/customers/customer.ts';
import { daySummaryOf } from '#domain/visits/day-summary.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { ok } from '#lib/result.ts';
import { deriveBulk, putBulk } from '#storage/bulk/bulk.ts';
import { commitStaged, removeCustomers, stageVisits } from '#storage/bulk/staging.ts';
import { write, type ActionWriter } from '#storage/transaction.ts';
import { customerRow, visitRow } from '../../support/shops/plain-rows.ts';
import { today } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

let shop: Deps;

beforeEach(async () => {
  shop = await openTestShop();
});

afterEach(() => shop.db.close());

describe('people who are taken out again', () => {
  it('leave no history, in whatever order they are named', async () => {
    await bringIn(['Ada', 'Ben', 'Cy', 'Dee']);
    await takeOut(['Dee', 'Cy']);
    expect(await histories()).toEqual(['Ada', 'Ben']);
    await takeOut(['Ada', 'Ben']);
    expect(await histories()).toEqual([]);
  });

  it('leave those alone who stand between them', async () => {
    await bringIn(['Ada', 'Ben', 'Cy', 'Dee']);
    await takeOut(['Dee', 'Ada', 'Cy']);
    expect(await histories()).toEqual(['Ben']);
    await takeOut([]);
    expect(await histories()).toEqual(['Ben']);
  });
});

describe('visits that are brought in first and counted afterwards', () => {
  it('are counted with those of the same day that were there', async () => {
    const before = [visitOf('a', { kind: 'browsed' }), visitOf('b', { amount: 450, minute: 610 })];
    const listed = [
      visitOf('c', { amount: 300, minute: 615 }),
      visitOf('d', { kind: 'browsed', minute: null }),
    ];
    await writeTo((writer) =>
      putBulk(writer, { customers: [], visits: before, moments: [], gestures: [] }),
    );
    await writeTo((writer) => stageVisits(writer, listed));
    await writeTo((writer) => commitStaged(writer, [], deriveBulk([], listed)));
    const row = await shop.db.days.get(today);
    expect(row).toEqual(daySummaryOf(today, [...before, ...listed]));
    expect(row).toMatchObject({ bought: 2, browsed: 2, unnamed: 4, sum: 750 });
  });
});

async function bringIn(names: readonly string[]): Promise<void> {
  const customers = names.map((name) => cardOf(name));
  await writeTo((writer) => putBulk(writer, { customers, visits: [], moments: [], gestures: [] }));
}

async function takeOut(names: readonly string[]): Promise<void> {
  const gone = names.map((name) => ({ ...cardOf(name), voided: true }));
  await writeTo((writer) => removeCustomers(writer, gone));
}

async function histories(): Promise<readonly string[]> {
  return (await shop.db.histories.toCollection().primaryKeys()).map(String);
}

async function writeTo(action: (writer: ActionWriter) => Promise<void>): Promise<void> {
  const written = await write(shop.db, 0, async (writer) => ok(await action(writer)));
  expect(written.ok).toBe(true);
}

function cardOf(name: string): Customer {
  return customerRow({ id: customerIdFrom(name), name });
}

function visitOf(id: string, changes: Partial<Visit>): Visit {
  return visitRow({ id: visitIdFrom(id), day: today, ...changes });
}
