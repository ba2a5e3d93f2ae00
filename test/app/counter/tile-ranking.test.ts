import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { tileCount } from '#app/counter/tile-layout.ts';
import { openTileRanking, type TileRanking } from '#app/counter/tile-ranking.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { addDays } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import type { LocalStore } from '#platform/browser-storage/local-store.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

describe('the twelve tiles', () => {
  it('hold those who come, and stay empty where nobody is known', async () => {
    const { tileRanking, idOf } = await shopWith(['Anna', 'Bert']);
    expect(
      tileRanking
        .tiles()
        .filter((id) => id !== null)
        .toSorted(),
    ).toEqual([idOf('Anna'), idOf('Bert')].toSorted());
    expect(tileRanking.tiles()).toHaveLength(tileCount);
  });

  it('give a newcomer a free place at once and move nobody', async () => {
    const { deps, tileRanking } = await shopWith(['Anna', 'Bert']);
    const before = tileRanking.tiles();
    const newcomer = await welcome(deps, 'Cleo');
    await vi.waitFor(() => expect(tileRanking.tiles()).toContain(newcomer));
    expect(tileRanking.tiles().slice(0, 2)).toEqual(before.slice(0, 2));
  });

  it('change at most three places at a time, and none of those who were just here', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Person ${index}`);
    const { deps, tileRanking } = await shopWith(names);
    const before = tileRanking.tiles();
    const [staying] = before;
    if (staying === undefined || staying === null) throw new Error('The first tile is taken');
    deps.clock.advance(3 * 3600_000);
    for (const id of [...deps.people].slice(-6)) {
      await recordVisit(deps, draftVisit(deps, { customerId: id, kind: 'bought', zone }));
    }
    tileRanking.reorder(wallOf(deps), new Set([staying]));
    const changed = tileRanking.tiles().filter((id, place) => id !== before[place]);
    expect(changed.length).toBeLessThanOrEqual(3);
    expect(tileRanking.tiles()[0]).toBe(staying);
  });

  it('keep calm under an order that the shop taught, and follow it step by step', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Person ${index}`);
    const { deps, tileRanking, idOf } = await shopWith(names);
    const wanted = new Set(names.slice(0, 12).map(idOf));
    const before = tileRanking.tiles();
    tileRanking.setOrder((states) => Float64Array.from(states, (_, place) => -place));
    expect(tileRanking.tiles()).toEqual(before);
    tileRanking.reorder(wallOf(deps), new Set());
    const after = tileRanking.tiles();
    expect(after.filter((id, place) => id !== before[place]).length).toBeLessThanOrEqual(3);
    for (let minute = 0; minute < 4; minute += 1) tileRanking.reorder(wallOf(deps), new Set());
    expect(new Set(tileRanking.tiles())).toEqual(wanted);
  });

  it('are where they were after a reload', async () => {
    const { deps, roster, drafts, tileRanking } = await shopWith(['Anna', 'Bert', 'Cleo']);
    const again = followed({ deps, roster, drafts });
    await again.ready;
    expect(again.tiles()).toEqual(tileRanking.tiles());
  });

  it('look at everybody again on a new day', async () => {
    const { deps, tileRanking } = await shopWith(['Anna']);
    const wall = wallOf(deps);
    tileRanking.reorder({ ...wall, day: addDays(wall.day, 1) }, new Set());
    await tileRanking.ready;
    expect(tileRanking.tiles().filter((id) => id !== null)).toHaveLength(1);
  });
});

describe('a search', () => {
  it('finds people as they come and as their cards change', async () => {
    const { deps, tileRanking, idOf } = await shopWith(['Anna Khan', 'Bert']);
    expect(tileRanking.search('kh')).toEqual([idOf('Anna Khan')]);
    const newcomer = await welcome(deps, 'Khalid');
    await vi.waitFor(() => expect(tileRanking.search('kha')).toContain(newcomer));
    expect(tileRanking.search('kh')).toContain(newcomer);
  });

  it('puts those who come often before those who came once', async () => {
    const { deps, tileRanking, idOf } = await shopWith(['Anna', 'Anton']);
    const anna = idOf('Anna');
    for (let visit = 0; visit < 5; visit += 1) {
      deps.clock.advance(24 * 3600_000);
      await recordVisit(deps, draftVisit(deps, { customerId: anna, kind: 'bought', zone }));
    }
    deps.clock.advance(24 * 3600_000);
    expect(tileRanking.search('an')[0]).toBe(idOf('Anton'));
    tileRanking.reorder(wallOf(deps), new Set());
    await tileRanking.ready;
    expect(tileRanking.search('an')[0]).toBe(anna);
  });
});

const zone = 'Europe/London';

async function shopWith(names: readonly string[]) {
  const deps = await openTestShop();
  const people = new Map<string, CustomerId>();
  for (const name of names) {
    people.set(name, await welcome(deps, name));
    deps.clock.advance(60_000);
  }
  const roster = await openRoster(deps);
  const drafts = memoryLocalStore();
  const tileRanking = followed({ deps, roster, drafts });
  onTestFinished(() => roster.close());
  await tileRanking.ready;
  return {
    deps: { ...deps, people: people.values() },
    roster,
    drafts,
    tileRanking,
    idOf: (name: string) => people.get(name) ?? unknown(name),
  };
}

function followed({
  deps,
  roster,
  drafts,
}: {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly drafts: LocalStore;
}): TileRanking {
  const tileRanking = openTileRanking({ roster, drafts, layoutKey: 'places', wall: wallOf(deps) });
  onTestFinished(() => tileRanking.close());
  return tileRanking;
}

async function welcome(deps: Deps, name: string): Promise<CustomerId> {
  const customer = draftCustomer(deps, { name, zone });
  const visit = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
  const written = await addCustomerWithVisit(deps, customer, visit);
  if (!written.ok) throw new Error(written.problem.kind);
  return customer.id;
}

function wallOf(deps: Deps) {
  return toLocalTime(deps.clock.now(), zone);
}

function unknown(name: string): never {
  throw new Error(`Nobody is called ${name}`);
}
