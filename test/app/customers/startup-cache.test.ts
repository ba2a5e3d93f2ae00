import { beforeAll, describe, expect, it } from 'vitest';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { refreshStartupCache } from '#app/customers/startup-cache.ts';
import { openTileRanking, type TileRanking } from '#app/counter/tile-ranking.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { ok } from '#lib/result.ts';
import { measuredPlan } from '../../support/shops/measured-plan.ts';
import { generateParts } from '#sample/generate-parts.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { WeekStore } from '#app/week/week-store.ts';
import { clearStartupCache } from '#storage/tables/startup-cache.ts';
import { beginStartupCache, saveStartupCache } from '#storage/tables/save-startup-cache.ts';
import { write } from '#storage/transaction.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { day, today } from '../../support/shops/shop-with.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
const wall = { day: today, minute: 642 };

describe('a start in a large shop', () => {
  it('answers each first letter from the people of the hour as it will from everybody', async () => {
    const start = await startAnew();
    expect(start.roster.isComplete()).toBe(false);
    expect(start.roster.people().size).toBe(0);
    const early = letters.map((letter) => start.tileRanking.search(letter));
    await start.readEverybody();
    expect(start.roster.people().size).toBe(650);
    expect(early.flat().length).toBeGreaterThan(150);
    expect(early).toEqual(letters.map((letter) => start.tileRanking.search(letter)));
  });

  it('says how the people of the hour are called, and puts nobody else on a tile before all are read', async () => {
    const before = await startAnew();
    await before.readEverybody();
    const tiles = before.tileRanking.tiles();
    const start = await startAnew(before.drafts);
    expect(start.tileRanking.tiles().filter((id) => id !== null).length).toBeGreaterThan(8);
    for (const [place, id] of start.tileRanking.tiles().entries()) {
      if (id === null) continue;
      expect(id).toBe(tiles[place]);
      expect(start.roster.tileInfo(id)?.name).toBe(before.roster.person(id)?.customer.name);
    }
    await start.readEverybody();
    expect(start.tileRanking.tiles()).toEqual(tiles);
  });

  it('never shows a name that was changed since the people of the hour were chosen', async () => {
    const [id] = (await startAnew()).tileRanking.search('m');
    const changed = await changeCustomer(shop, named(id), { name: 'Somebody Else' });
    expect(changed.ok).toBe(true);
    const start = await startAnew();
    expect(start.roster.tileInfo(named(id))).toBeUndefined();
    expect(start.tileRanking.search('m')).not.toContain(id);
    await start.readEverybody();
    expect(start.roster.tileInfo(named(id))?.name).toBe('Somebody Else');
  });

  it('never shows a name that was changed while others were being chosen', async () => {
    const chosen = await startAnew();
    const [id] = chosen.tileRanking.search('s');
    await beginStartupCache(shop.db);
    await changeCustomer(shop, named(id), { name: 'Somebody New' });
    expect((await startAnew()).roster.tileInfo(named(id))).toBeUndefined();
    await saveStartupCache(shop.db, await storedRows());
    expect((await startAnew()).roster.tileInfo(named(id))).toBeUndefined();
    await refreshStartupCache(shop, today);
    expect((await startAnew()).roster.tileInfo(named(id))?.name).toBe('Somebody New');
  });

  it('asks the worker for no second list of the week once everybody is read', async () => {
    const start = await startAnew();
    const quiet = { scheduled: 0 };
    const store = new WeekStore({
      deps: shop,
      roster: start.roster,
      schedule() {
        quiet.scheduled += 1;
        return () => undefined;
      },
    });
    await start.readEverybody();
    expect(quiet.scheduled).toBe(0);
    store.close();
  });

  it('keeps nobody who was chosen while a list came in', async () => {
    await beginStartupCache(shop.db);
    const rows = await storedRows();
    await clearStartupCache(shop.db);
    await saveStartupCache(shop.db, rows);
    expect((await startAnew()).roster.isComplete()).toBe(true);
    await refreshStartupCache(shop, today);
    expect((await startAnew()).roster.isComplete()).toBe(false);
  });

  it('reads everybody at once where nobody was chosen for the hour', async () => {
    await clearStartupCache(shop.db);
    const { roster } = await startAnew();
    expect(roster.isComplete()).toBe(true);
    expect(roster.people().size).toBe(650);
  });
});

let shop: Awaited<ReturnType<typeof openTestShop>>;
beforeAll(async () => {
  shop = await openTestShop();
  const plan = measuredPlan({ customers: 650, visits: 4_000 }, day('2026-06-17'));
  for (const part of generateParts(plan)) {
    const written = await write<void, WriteProblem>(shop.db, shop.clock.now(), async (writer) => {
      await putBulk(writer, part);
      return ok(undefined);
    });
    expect(written.ok).toBe(true);
  }
  const chosen = await refreshStartupCache(shop, today);
  // From eight in the morning to seven in the evening, today and tomorrow.
  expect(chosen).toEqual(ok(48));
});

interface Started {
  readonly roster: Roster;
  readonly tileRanking: TileRanking;
  readonly drafts: ReturnType<typeof memoryLocalStore>;
  readonly readEverybody: () => Promise<void>;
}

async function startAnew(drafts = memoryLocalStore()): Promise<Started> {
  let acceptLoss = (): void => {};
  const roster = await openRoster(shop, (step) => {
    acceptLoss = step;
  });
  const tileRanking = openTileRanking({ roster, drafts, layoutKey: 'places', wall });
  return {
    roster,
    tileRanking,
    drafts,
    async readEverybody() {
      const arranged = new Promise<void>((resolve) => {
        const stop = tileRanking.subscribe(() => {
          stop();
          resolve();
        });
      });
      acceptLoss();
      await arranged;
    },
  };
}

/** The rows of all half hours as they stand. */
async function storedRows(): Promise<Parameters<typeof saveStartupCache>[1]> {
  const rows = await shop.db.models.toArray();
  return rows.flatMap(({ id, learned }) => {
    const slot = Number(id.replace('first-', ''));
    return Number.isNaN(slot) ? [] : [{ slot, learned }];
  });
}

function named(id: CustomerId | undefined): CustomerId {
  if (id === undefined) throw new Error('nobody answers');
  return id;
}
