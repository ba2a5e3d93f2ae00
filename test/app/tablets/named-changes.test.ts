import { describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeVisit, draftVisit, reassignVisit, recordVisit } from '#app/customers/visits.ts';
import { openDatabase } from '#storage/database.ts';
import { factsOf } from '../../support/tablets/facts-of.ts';
import {
  bring,
  fetchFrom,
  meet,
  MemoryDepot,
  openTablets,
  type ShopTablet,
} from '../../support/tablets/shop-tablets.ts';

async function add(deps: ShopTablet['deps'], name: string): Promise<void> {
  const added = await addCustomer(deps, draftCustomer(deps, { name, zone: 'Europe/London' }));
  expect(added).toMatchObject({ ok: true });
}

async function twoTablets(depot: MemoryDepot): Promise<readonly [ShopTablet, ShopTablet]> {
  const [first, second] = await openTablets(2, depot.line);
  if (first === undefined || second === undefined) throw new Error('There are two');
  return [first, second];
}

async function namesOn({ deps }: ShopTablet): Promise<readonly string[]> {
  return (await deps.db.customers.toArray()).map(({ name }) => name);
}

describe('what changes on one of several tablets', () => {
  it('is named in the transaction that writes it, and only until it is sealed', async () => {
    const depot = new MemoryDepot();
    const [first] = await twoTablets(depot);
    await add(first.deps, 'Hana');
    const named = (await first.deps.db.meta.get('meta'))?.unsent ?? [];
    expect(named.some((name) => name.startsWith('customers/'))).toBe(true);
    await bring(first, depot);
    expect((await first.deps.db.meta.get('meta'))?.unsent).toEqual([]);
  });

  it('goes out also from a tab that was open when the shop got its second tablet', async () => {
    const depot = new MemoryDepot();
    const [first, second] = await twoTablets(depot);
    await bring(first, depot);
    const opened = await openDatabase(first.deps.db.name, () => {});
    if (!opened.ok) throw new Error(opened.problem.kind);
    await add({ ...first.deps, db: opened.value }, 'Ida');
    await add(first.deps, 'Tom');
    await bring(first, depot);
    await fetchFrom(second, depot);
    expect(await namesOn(second)).toEqual(['Ida', 'Tom']);
    await add({ ...first.deps, db: opened.value }, 'Zoltan');
    await bring(first, depot);
    await fetchFrom(second, depot);
    expect(await namesOn(second)).toEqual(['Ida', 'Tom', 'Zoltan']);
    opened.value.close();
  });

  it('is the same everywhere also where two versions of a visit came at once', async () => {
    const depot = new MemoryDepot();
    const [first, second] = await twoTablets(depot);
    const { deps } = first;
    await add(deps, 'Hana');
    const [hana] = await deps.db.customers.toCollection().primaryKeys();
    await bring(first, depot);
    await fetchFrom(second, depot);
    const draft = draftVisit(deps, { customerId: null, kind: 'bought', zone: 'Europe/London' });
    await recordVisit(deps, draft);
    await changeVisit(deps, draft.id, { note: 'two loaves' });
    await bring(first, depot);
    deps.clock.advance(60_000);
    // The note goes along, and is as new as the move.
    await reassignVisit(deps, draft.id, hana ?? null);
    await bring(first, depot);
    await fetchFrom(second, depot);
    await meet([first, second], depot);
    expect(await factsOf(second.deps.db)).toBe(await factsOf(deps.db));
  });
});
