import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { openOutbox, type Outbox } from '#app/counter/outbox.ts';
import { draftVisit } from '#app/customers/visits.ts';
import type { LocalStore } from '#platform/browser-storage/local-store.ts';
import { readCustomer } from '#storage/tables/customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readVisit } from '#storage/tables/visits.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

describe('a tap at the counter', () => {
  it('is kept before it is written, and let go of when it is on the disk', async () => {
    const { deps, drafts, outbox } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    expect(outbox.queued()).toHaveLength(1);
    expect(drafts.all.size).toBe(1);
    await outbox.retry();
    expect(outbox.queued()).toEqual([]);
    expect(drafts.all.size).toBe(0);
    expect(await readVisit(deps.db, visit.id)).toMatchObject({ kind: 'bought' });
  });

  it('is followed by what was said about it, in that order', async () => {
    const { deps, outbox } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { amount: 1840 } });
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { marks: ['friend'] } });
    await outbox.retry();
    expect(await readVisit(deps.db, visit.id)).toMatchObject({ amount: 1840, marks: ['friend'] });
  });

  it('of somebody new writes the card and the visit together', async () => {
    const { deps, outbox } = await counter();
    const customer = draftCustomer(deps, { name: 'Mrs Khan', zone });
    const visit = draftVisit(deps, { ...nobody, customerId: customer.id });
    outbox.add({ kind: 'visit', visit, customer });
    await outbox.retry();
    expect((await readCustomer(deps.db, customer.id))?.name).toBe('Mrs Khan');
    expect((await readVisit(deps.db, visit.id))?.customerId).toBe(customer.id);
  });

  it('is said not to be saved when the storage is silent, and is saved when it answers after all', async () => {
    const { deps } = await counter();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let answer = (): void => {};
    const silent: ShopDexie = Object.create(deps.db, {
      transaction: {
        value: async (...args: Parameters<ShopDexie['transaction']>) => {
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          return deps.db.transaction(...args);
        },
      },
    });
    const outbox = openOutbox({ ...deps, db: silent }, memoryLocalStore());
    onTestFinished(() => outbox.close());
    outbox.add({ kind: 'visit', visit: draftVisit(deps, nobody), customer: null });
    const problems = () => outbox.queued().map(({ problem }) => problem);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(problems()).toEqual([null]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(problems()).toEqual([{ kind: 'storage-failed', name: 'TimeoutError' }]);
    vi.useRealTimers();
    answer();
    await vi.waitFor(() => expect(problems()).toEqual([]));
  });

  it('that cannot be written stays, says why, and is written when asked again', async () => {
    const { deps, drafts, outbox } = await counter();
    const meta = await deps.db.meta.get('meta');
    if (meta === undefined) throw new Error('A shop has a meta row');
    await deps.db.meta.put({ ...meta, minWriter: 99 });
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { voided: true } });
    await outbox.retry();
    expect(outbox.queued().map((each) => each.problem?.kind)).toEqual([
      'newer-app-needed',
      'newer-app-needed',
    ]);
    expect(drafts.all.size).toBe(2);
    await deps.db.meta.put(meta);
    await outbox.retry();
    expect(outbox.queued()).toEqual([]);
    expect(await readVisit(deps.db, visit.id)).toMatchObject({ voided: true });
  });

  it('that an earlier page left unwritten is written first', async () => {
    const { deps, drafts, outbox } = await counter();
    const meta = await deps.db.meta.get('meta');
    if (meta === undefined) throw new Error('A shop has a meta row');
    await deps.db.meta.put({ ...meta, minWriter: 99 });
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    await outbox.retry();
    outbox.close();
    await deps.db.meta.put(meta);
    const afterReload = opened(deps, drafts);
    expect(afterReload.queued()).toHaveLength(1);
    await afterReload.retry();
    expect(await readVisit(deps.db, visit.id)).toMatchObject({ voided: false });
    expect(drafts.all.size).toBe(0);
  });

  it('written twice is one visit', async () => {
    const { deps, drafts, outbox } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    const [kept = ''] = drafts.all.values();
    await outbox.retry();
    drafts.set(`${deps.db.name}:unsaved:again`, kept);
    await opened(deps, drafts).retry();
    expect(await deps.db.visits.count()).toBe(1);
  });

  it('that another tab has written is not written over what was said there since', async () => {
    const { deps, drafts, outbox } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    await outbox.retry();
    await deps.db.meta.update('meta', { minWriter: 99 });
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { amount: 500 } });
    const otherTab = opened(deps, drafts);
    await otherTab.retry();
    await deps.db.meta.update('meta', { minWriter: 1 });
    await outbox.retry();
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { amount: 700 } });
    await outbox.retry();
    await otherTab.retry();
    expect(await readVisit(deps.db, visit.id)).toMatchObject({ amount: 700 });
    expect(otherTab.queued()).toEqual([]);
  });

  it('on somebody whose row is damaged is said not to be saved, and holds up nobody else', async () => {
    const { deps, outbox } = await counter();
    const customer = draftCustomer(deps, { name: 'Mrs Khan', zone });
    outbox.add({ kind: 'visit', visit: draftVisit(deps, nobody), customer });
    await outbox.retry();
    const history = await deps.db.histories.get(customer.id);
    await deps.db.table('histories').put({ ...history, stamps: null });
    const damaged = draftVisit(deps, { ...nobody, customerId: customer.id });
    const next = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit: damaged, customer: null });
    outbox.add({ kind: 'visit', visit: next, customer: null });
    await vi.waitFor(() =>
      expect(outbox.queued().map(({ problem }) => problem?.kind)).toEqual(['storage-failed']),
    );
    expect(await readVisit(deps.db, next.id)).toMatchObject({ voided: false });
  });

  it('leaves out kept texts that are no taps', async () => {
    const { deps, drafts } = await counter();
    drafts.set(`${deps.db.name}:unsaved:1`, '{"kind":"visit"}');
    drafts.set(`${deps.db.name}:unsaved:2`, 'half a te');
    expect(opened(deps, drafts).queued()).toEqual([]);
  });
});

const zone = 'Europe/London';
const nobody = { customerId: null, kind: 'bought', zone } as const;

async function counter() {
  const deps = await openTestShop();
  const drafts = memoryLocalStore();
  return { deps, drafts, outbox: opened(deps, drafts) };
}

function opened(deps: Deps, drafts: LocalStore): Outbox {
  const outbox = openOutbox(deps, drafts);
  onTestFinished(() => outbox.close());
  return outbox;
}
