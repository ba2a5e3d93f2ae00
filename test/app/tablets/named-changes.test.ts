import { describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { openDatabase } from '#storage/database.ts';
import {
  bring,
  fetchFrom,
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
});
