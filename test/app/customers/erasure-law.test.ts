import { expect, it } from 'vitest';
import { ok } from '#lib/result.ts';
import { factBatch, factTables, type FactBatch } from '#schema/tables.ts';
import { mergeFacts } from '#formats/backup/merge-facts.ts';
import type { ShopDexie } from '#storage/database.ts';
import { eraseCustomers } from '#storage/tables/erasures.ts';
import { addSharedVisits } from '#storage/tables/shared-visits.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { write } from '#storage/transaction.ts';
import { drawnTablets } from '../../support/shops/drawn-tablets.ts';
import { day } from '../../support/shops/shop-with.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { runs } from '../../support/values/runs.ts';
import { valueOf } from '../../support/values/value-of.ts';

it('leaves the same rows on the tablet that erases as on one that hears of it', async () => {
  for (let seed = 0; seed < runs(6, 300); seed += 1) {
    const [a, b] = drawnTablets(`erasing ${seed}`, 2);
    if (a === undefined || b === undefined) throw new Error('There are two');
    const facts = mergeFacts(a, b);
    const erasures = facts.customers
      .filter((_customer, place) => place % 2 === 0)
      .map(({ id }) => ({ customerId: id, day: day('2026-07-18'), marks: [] }));
    const { db } = await openTestShop();
    await fill(db, facts);
    const erased = await write(db, 0, async (writer) => {
      await eraseCustomers(writer, erasures);
      return ok(null);
    });
    valueOf(erased);
    const heard = mergeFacts(facts, { ...factBatch(() => []), erasures });
    // Nobody lives in the homes of these shops.
    const households = heard.households.map((home) => ({ ...home, name: '', letterName: '' }));
    expect(await factsIn(db), `erasing ${seed}`).toEqual({
      ...heard,
      ...(erasures.length > 0 && { households }),
    });
    await expectHistoryLaw(db);
    db.close();
  }
});

async function fill(db: ShopDexie, facts: FactBatch): Promise<void> {
  const { customers, visits, moments, gestures, ...others } = facts;
  await db.settings.clear();
  const filled = await write(db, 0, async (writer) => {
    await putBulk(writer, { customers, visits, moments, gestures });
    await db.settings.bulkPut([...others.settings]);
    await db.weeks.bulkPut([...others.weeks]);
    await db.imports.bulkPut([...others.imports]);
    await db.erasures.bulkPut([...others.erasures]);
    await db.households.bulkPut([...others.households]);
    const shared = visits.filter(({ whose }) => whose !== undefined);
    await addSharedVisits(
      db,
      shared.map(({ id }) => id),
    );
    return ok(null);
  });
  valueOf(filled);
}

async function factsIn(db: ShopDexie): Promise<Record<string, readonly unknown[]>> {
  const rows = await Promise.all(
    factTables.map(async (name) => [name, await db.table(name).toArray()]),
  );
  return Object.fromEntries(rows);
}
