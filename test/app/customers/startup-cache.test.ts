import { beforeAll, describe, expect, it } from 'vitest';
import { changeCustomer } from '#app/customers/customers.ts';
import { chooseFirstPeople } from '#app/customers/startup-cache.ts';
import { openLikely, type Likely } from '#app/counter/tile-ranking.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { ok } from '#lib/result.ts';
import { measuredPlan } from '#sample/sample-settings.ts';
import { shopParts } from '#sample/generate-shop.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { openWeekBoard } from '#app/week/week-store.ts';
import {
  beginFirstPeople,
  dropFirstPeople,
  keepFirstPeople,
} from '#storage/tables/startup-cache.ts';
import { write } from '#storage/transaction.ts';
import { memoryDrafts } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { day, today } from '../../support/shops/shop-with.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
const wall = { day: today, minute: 642 };

describe('a start in a large shop', () => {
  it('answers each first letter from the people of the hour as it will from everybody', async () => {
    const start = await startAnew();
    expect(start.roster.isWhole()).toBe(false);
    expect(start.roster.people().size).toBe(0);
    const early = letters.map((letter) => start.likely.found(letter));
    await start.readEverybody();
    expect(start.roster.people().size).toBe(650);
    expect(early.flat().length).toBeGreaterThan(150);
    expect(early).toEqual(letters.map((letter) => start.likely.found(letter)));
  });

  it('says how the people of the hour are called, and puts nobody else on a tile before all are read', async () => {
    const before = await startAnew();
    await before.readEverybody();
    const tiles = before.likely.tiles();
    const start = await startAnew(before.drafts);
    expect(start.likely.tiles().filter((id) => id !== null).length).toBeGreaterThan(8);
    for (const [place, id] of start.likely.tiles().entries()) {
      if (id === null) continue;
      expect(id).toBe(tiles[place]);
      expect(start.roster.face(id)?.name).toBe(before.roster.person(id)?.card.name);
    }
    await start.readEverybody();
    expect(start.likely.tiles()).toEqual(tiles);
  });

  it('never shows a name that was changed since the people of the hour were chosen', async () => {
    const [id] = (await startAnew()).likely.found('m');
    const changed = await changeCustomer(shop, named(id), { name: 'Somebody Else' });
    expect(changed.ok).toBe(true);
    const start = await startAnew();
    expect(start.roster.face(named(id))).toBeUndefined();
    expect(start.likely.found('m')).not.toContain(id);
    await start.readEverybody();
    expect(start.roster.face(named(id))?.name).toBe('Somebody Else');
  });

  it('never shows a name that was changed while others were being chosen', async () => {
    const chosen = await startAnew();
    const [id] = chosen.likely.found('s');
    await beginFirstPeople(shop.db);
    await changeCustomer(shop, named(id), { name: 'Somebody New' });
    expect((await startAnew()).roster.face(named(id))).toBeUndefined();
    await keepFirstPeople(shop.db, await keptRows());
    expect((await startAnew()).roster.face(named(id))).toBeUndefined();
    await chooseFirstPeople(shop, today);
    expect((await startAnew()).roster.face(named(id))?.name).toBe('Somebody New');
  });

  it('asks the worker for no second list of the week once everybody is read', async () => {
    const start = await startAnew();
    const later = { asked: 0 };
    const board = openWeekBoard({
      deps: shop,
      roster: start.roster,
      later() {
        later.asked += 1;
        return () => undefined;
      },
    });
    await start.readEverybody();
    expect(later.asked).toBe(0);
    board.close();
  });

  it('keeps nobody who was chosen while a list came in', async () => {
    await beginFirstPeople(shop.db);
    const rows = await keptRows();
    await dropFirstPeople(shop.db);
    await keepFirstPeople(shop.db, rows);
    expect((await startAnew()).roster.isWhole()).toBe(true);
    await chooseFirstPeople(shop, today);
    expect((await startAnew()).roster.isWhole()).toBe(false);
  });

  it('reads everybody at once where nobody was chosen for the hour', async () => {
    await dropFirstPeople(shop.db);
    const { roster } = await startAnew();
    expect(roster.isWhole()).toBe(true);
    expect(roster.people().size).toBe(650);
  });
});

let shop: Awaited<ReturnType<typeof openTestShop>>;
beforeAll(async () => {
  shop = await openTestShop();
  const plan = measuredPlan({ customers: 650, visits: 4_000 }, day('2026-06-17'));
  for (const part of shopParts(plan)) {
    const written = await write<void, WriteProblem>(shop.db, shop.clock.now(), async (writer) => {
      await putBulk(writer, part);
      return ok(undefined);
    });
    expect(written.ok).toBe(true);
  }
  const chosen = await chooseFirstPeople(shop, today);
  // From eight in the morning to seven in the evening, today and tomorrow.
  expect(chosen).toEqual(ok(48));
});

interface Started {
  readonly roster: Roster;
  readonly likely: Likely;
  readonly drafts: ReturnType<typeof memoryDrafts>;
  readonly readEverybody: () => Promise<void>;
}

async function startAnew(drafts = memoryDrafts()): Promise<Started> {
  let goOn = (): void => {};
  const roster = await openRoster(shop, (step) => {
    goOn = step;
  });
  const likely = openLikely({ roster, drafts, placesKey: 'places', wall });
  return {
    roster,
    likely,
    drafts,
    async readEverybody() {
      const arranged = new Promise<void>((resolve) => {
        const stop = likely.subscribe(() => {
          stop();
          resolve();
        });
      });
      goOn();
      await arranged;
    },
  };
}

/** The rows of all half hours as they stand. */
async function keptRows(): Promise<Parameters<typeof keepFirstPeople>[1]> {
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
