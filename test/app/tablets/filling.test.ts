import { describe, expect, it } from 'vitest';
import { mergeNextParcels } from '#app/tablets/merge-parcels.ts';
import { ParcelSealer } from '#app/tablets/parcel-sealer.ts';
import { requiredState } from '#app/tablets/tablet-context.ts';
import { takeMessage } from '#app/tablets/take-messages.ts';
import { pushParcels } from '#app/tablets/push-parcels.ts';
import { observeHistories, type HistoryChange } from '#storage/observe.ts';
import { mergeBatches } from '#schema/tables.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { generateShop } from '../../support/shops/generate-shop.ts';
import { day } from '../../support/shops/shop-with.ts';
import { MemoryDepot, openTablets, type ShopTablet } from '../../support/tablets/shop-tablets.ts';

const plan = {
  seed: 'filling',
  customers: 300,
  visits: 5_000,
  endDay: day('2026-06-17'),
  people: 'crowd',
} as const;

/** All of an invented shop lies on the server, as a first tablet seals it. */
async function sealShop(first: ShopTablet): Promise<number> {
  const names = { tablet: first.id, shop: 'test-shop', device: first.id };
  const sealer = new ParcelSealer(first, names);
  const { customers, visits } = generateShop(plan);
  const nothing = mergeBatches([]);
  await sealer.add({ ...nothing, customers });
  await sealer.finish({ tablets: [], emptied: [] });
  await sealer.add({ ...nothing, visits: visits.toSorted((a, b) => a.at - b.at) });
  await sealer.finish({ tablets: [], emptied: [] });
  expect(await pushParcels(first, {})).toMatchObject({ ok: true });
  return visits.length;
}

describe('a new tablet of a large shop', () => {
  it('knows how far it is every few thousand rows, and ends with what a recount gives', async () => {
    const depot = new MemoryDepot();
    const [first, second] = await openTablets(2, depot.line);
    if (first === undefined || second === undefined) throw new Error('There are two');
    const visits = await sealShop(first);
    for (const parcel of depot.parcels.get(first.id) ?? []) await takeMessage(second, { parcel });
    const merged: number[] = [];
    const changes: HistoryChange[] = [];
    const stop = observeHistories(second.deps.db, (change) => changes.push(change));
    for (let more = true; more;) {
      const done = await mergeNextParcels(second);
      more = done.ok && done.value;
      merged.push((await requiredState(second.tablets)).merged[first.id] ?? 0);
    }
    stop();
    expect(merged).toEqual([3, 4, 4]);
    // A page that has everybody in memory reads those who changed, and not everybody each time.
    expect(changes.length).toBeGreaterThan(10);
    expect(changes.filter(({ kind }) => kind === 'all')).toEqual([]);
    expect(await second.deps.db.visits.count()).toBe(visits);
    expect((await second.deps.db.meta.get('meta'))?.rows).toMatchObject({ visits, customers: 300 });
    await expectHistoryLaw(second.deps.db);
  });
});
