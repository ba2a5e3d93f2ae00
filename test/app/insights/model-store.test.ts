import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelStore } from '#app/insights/model-store.ts';
import { readCustomerPage } from '#app/customers/customer-page.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { loadModel } from '#app/insights/load-model.ts';
import { fitDaily } from '#app/insights/fit-daily.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { addDays, type Day } from '#lib/day.ts';
import { saveModel } from '#storage/tables/models.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

const today = day('2026-06-18');
const zone = 'Europe/London';
let shop: Awaited<ReturnType<typeof openTestShop>>;
let roster: Roster;
let quiet: (() => void)[];
let fittedModel: ModelStore;

beforeEach(async () => {
  shop = await openTestShop();
  roster = await openRoster(shop);
  quiet = [];
  fittedModel = new ModelStore({
    deps: shop,
    roster,
    schedule(step) {
      quiet.push(step);
      return () => {
        quiet = quiet.filter((each) => each !== step);
      };
    },
  });
});
afterEach(() => {
  fittedModel.close();
  roster.close();
});

describe('what the shop believes', () => {
  it('is learned in a quiet moment of the day, kept, and there at once the next time', async () => {
    await weekly('Mrs Khan', 12);
    expect(fittedModel.current()).toBeUndefined();
    const learned = told(fittedModel);
    fittedModel.setToday(today);
    await aQuietMoment();
    await learned;
    expect(fittedModel.current()).toMatchObject({ fittedOn: today, visitsSeen: 12 });
    expect(await loadModel(shop)).toEqual(fittedModel.current());
  });

  it('is not learned twice on a day, and anew on the next', async () => {
    await weekly('Mrs Khan', 12);
    const first = await fitDaily(shop, today);
    await weekly('Tom', 1);
    expect(await fitDaily(shop, today)).toEqual(first);
    expect(await fitDaily(shop, addDays(today, 1))).toMatchObject({
      value: { fittedOn: addDays(today, 1), visitsSeen: 13 },
    });
  });

  it('is learned anew on the same day when a list made another shop of it', async () => {
    await weekly('Mrs Khan', 4);
    await fitDaily(shop, today);
    await weekly('Tom', 9);
    expect(await fitDaily(shop, today)).toMatchObject({ value: { visitsSeen: 13 } });
  });

  it('is learned anew when a list came in while the shop before it was learned', async () => {
    await weekly('Mrs Khan', 4);
    const tom = await addCustomer(shop, draftCustomer(shop, { name: 'Tom', zone }));
    if (!tom.ok) throw new Error(tom.problem.kind);
    const before = fitDaily(shop, today);
    // Written behind the reading of the first one, and read by whoever reads after it.
    const written = came(tom.value.id, today);
    const after = fitDaily(shop, today);
    await written;
    expect(await before).toMatchObject({ value: { visitsSeen: 4 } });
    expect(await after).toMatchObject({ value: { visitsSeen: 5 } });
  });

  it('of other code is not believed', async () => {
    await saveModel(shop.db, 'beliefs', { version: 0, fittedOn: today });
    expect(await loadModel(shop)).toBeUndefined();
  });
});

describe('what is expected of one customer', () => {
  it('is on their page as soon as the shop has learned, and follows the visit of this minute', async () => {
    const mrsKhan = await weekly('Mrs Khan', 12, addDays(today, -16));
    expect(await pageOf(mrsKhan)).toMatchObject({ forecast: null, worth: null });
    await fitDaily(shop, today);
    const before = await pageOf(mrsKhan);
    const visit = await came(mrsKhan, today);
    const after = await pageOf(mrsKhan);
    expect(after.forecast?.churnScore ?? 0).toBeLessThan(before.forecast?.churnScore ?? 0);
    await voidVisit(shop, visit);
    expect(await pageOf(mrsKhan)).toMatchObject({ forecast: before.forecast });
  });

  it('is nothing of their own before three gaps', async () => {
    const tom = await weekly('Tom', 3);
    await fitDaily(shop, today);
    expect(await pageOf(tom)).toMatchObject({
      forecast: { basis: 'cohort', year: null },
      worth: null,
    });
  });
});

async function pageOf(id: CustomerId) {
  const page = await readCustomerPage(shop, { id, visits: 50 }, today);
  if (page.kind !== 'person') throw new Error(`Nobody: ${id}`);
  return page;
}

/** Somebody who came every week, the last time on `until`. */
async function weekly(name: string, times: number, until: Day = today): Promise<CustomerId> {
  const added = await addCustomer(shop, draftCustomer(shop, { name, zone }));
  if (!added.ok) throw new Error(added.problem.kind);
  for (let back = times - 1; back >= 0; back -= 1)
    await came(added.value.id, addDays(until, -7 * back));
  return added.value.id;
}

async function came(customerId: CustomerId, on: Day) {
  const visit = await addMissedVisit(shop, {
    customerId,
    day: on,
    minute: null,
    amount: null,
    kind: 'bought',
    zone,
  });
  if (!visit.ok) throw new Error(visit.problem.kind);
  return visit.value.id;
}

function told(modelStore: ModelStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = modelStore.subscribe(() => {
      stop();
      resolve();
    });
  });
}

/** Lets whoever waits for quiet go on, once somebody does. */
async function aQuietMoment(): Promise<void> {
  for (let tries = 0; quiet.length === 0 && tries < 200; tries += 1) await loadModel(shop);
  for (const step of quiet.splice(0)) step();
}
