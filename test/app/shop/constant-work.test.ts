// The guard against ageing that is not a timer: what is asked of the storage for a start, a letter,
// a tap and a customer's page is counted in shops of the sizes s and m of the bench, 1,000 and
// 5,000 people.
import { beforeAll, describe, expect, it } from 'vitest';
import { sizes } from '../../../bench/fill-order.ts';
import {
  beginCounting,
  endCounting,
  watchStorage,
} from '../../../bench/in-page/counted-storage.ts';
import { readCustomerPage } from '#app/customers/customer-page.ts';
import { openTileRanking, type TileRanking } from '#app/counter/tile-ranking.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { countedShop, type CountedShop } from '../../support/shops/counted-shop.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { today } from '../../support/shops/shop-with.ts';

interface Sized {
  readonly shop: CountedShop;
  readonly start: Started;
}

interface Started {
  readonly roster: Roster;
  readonly tileRanking: TileRanking;
}

let small: Sized;
let large: Sized;
beforeAll(async () => {
  watchStorage();
  small = await sized(sizes.s);
  large = await sized(sizes.m);
}, 120_000);

describe('in a shop five times as large', () => {
  it('a start asks as often and reads as many rows, and hardly a letter more', async () => {
    const [few, many] = await both(async ({ shop }) => {
      await loadSettings(shop);
      await started(shop);
    });
    expect(few.requests).toBeGreaterThan(0);
    expect(many).toMatchObject({ requests: few.requests, rows: few.rows });
    // Which people are the likeliest is another matter in each shop: some have longer names, some
    // answer to two letters.
    expect(many.bytes).toBeLessThan(few.bytes * 1.15);
  });

  it('a letter asks for nothing', async () => {
    const [few, many] = await both(async ({ start }) => {
      expect(start.tileRanking.search('m')).toHaveLength(12);
    });
    expect(few).toMatchObject({ requests: 0, rows: 0, bytes: 0 });
    expect(many).toMatchObject({ requests: 0, rows: 0, bytes: 0 });
  });

  it('a tap asks as often, reads as many rows and writes as much', async () => {
    const [few, many] = await both(async ({ shop }) => {
      const visit = draftVisit(shop, { customerId: constant, kind: 'bought', zone });
      expect((await recordVisit(shop, visit)).ok).toBe(true);
    });
    // Four rows are looked up and four are written, the visit among them; none is asked for twice.
    expect(few).toMatchObject({ requests: 8, rows: 2 });
    expect(many).toMatchObject({ requests: 8, rows: 2 });
    expect(many.bytes).toBeLessThan(few.bytes * 1.1);
  });

  it('the page of the same person asks as often and reads as much', async () => {
    const [few, many] = await both(async ({ shop }) => {
      const page = await readCustomerPage(shop, { id: constant, visits: 50 }, today);
      expect(page.kind).toBe('person');
    });
    expect(few.requests).toBeLessThanOrEqual(10);
    expect(many).toMatchObject({ requests: few.requests, rows: few.rows });
    expect(many.bytes).toBeLessThan(few.bytes * 1.1);
  });
});

const zone = 'Europe/London';
let constant: CustomerId;

async function sized(size: Parameters<typeof countedShop>[0]): Promise<Sized> {
  const shop = await countedShop(size);
  const { addCustomer, draftCustomer } = await import('#app/customers/customers.ts');
  const added = await addCustomer(shop, draftCustomer(shop, { name: 'Constance', zone }));
  if (!added.ok) throw new Error(added.problem.kind);
  constant = added.value.id;
  return { shop, start: await started(shop) };
}

async function started(shop: CountedShop): Promise<Started> {
  const roster = await openRoster(shop, () => undefined);
  expect(roster.isComplete()).toBe(false);
  const wall = { day: today, minute: 642 };
  const tileRanking = openTileRanking({
    roster,
    drafts: memoryLocalStore(),
    layoutKey: 'places',
    wall,
  });
  return { roster, tileRanking };
}

type Work = ReturnType<typeof endCounting>;

async function both(step: (sized: Sized) => Promise<void>): Promise<readonly [Work, Work]> {
  return [await counted(() => step(small)), await counted(() => step(large))];
}

async function counted(step: () => Promise<void>): Promise<Work> {
  beginCounting();
  await step();
  return endCounting();
}
