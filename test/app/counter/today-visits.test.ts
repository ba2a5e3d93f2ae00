import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Deps } from '#app/deps.ts';
import { openOutbox } from '#app/counter/outbox.ts';
import { openTodayVisits } from '#app/counter/today-visits.ts';
import { draftVisit, recordVisit, restoreVisit, voidVisit } from '#app/customers/visits.ts';
import { addDays, dayFrom, type Day } from '#lib/day.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

describe('the visits of today', () => {
  it('show a tap at once as saving, and as saved once it is on the disk', async () => {
    const { deps, outbox, today } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    expect(today.visits().map(({ state }) => state)).toEqual(['saving']);
    await outbox.retry();
    expect(today.visits().map(({ state }) => state)).toEqual(['saved']);
  });

  it('never lose a visit from sight between the write and the next reading', async () => {
    const { deps, outbox, today } = await counter();
    const counts: number[] = [];
    today.subscribe(() => counts.push(today.visits().length));
    outbox.add({ kind: 'visit', visit: draftVisit(deps, nobody), customer: null });
    await outbox.retry();
    await vi.waitFor(() => expect(counts.length).toBeGreaterThan(2));
    expect(counts.slice(counts.indexOf(1))).not.toContain(0);
  });

  it('stand latest first, without those taken back, which may be put back', async () => {
    const { deps, outbox, today } = await counter();
    const first = draftVisit(deps, nobody);
    deps.clock.advance(60_000);
    const second = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit: first, customer: null });
    outbox.add({ kind: 'visit', visit: second, customer: null });
    expect(today.visits().map(({ visit }) => visit.id)).toEqual([second.id, first.id]);
    outbox.add({ kind: 'visit-change', visitId: second.id, changes: { voided: true } });
    await outbox.retry();
    expect(today.visits().map(({ visit }) => visit.id)).toEqual([first.id]);
    expect(today.visit(second.id)?.visit.voided).toBe(true);
    outbox.add({ kind: 'visit-change', visitId: second.id, changes: { voided: false } });
    expect(today.visits()).toHaveLength(2);
  });

  it('hear of what another tab did', async () => {
    const { deps, today } = await counter();
    const visit = draftVisit(deps, nobody);
    await recordVisit(deps, visit);
    await vi.waitFor(() => expect(today.visits()).toHaveLength(1));
    await voidVisit(deps, visit.id);
    await vi.waitFor(() => expect(today.visits()).toHaveLength(0));
  });

  it('show a visit again that another tab puts back', async () => {
    const { deps, outbox, today } = await counter();
    const visit = draftVisit(deps, nobody);
    outbox.add({ kind: 'visit', visit, customer: null });
    outbox.add({ kind: 'visit-change', visitId: visit.id, changes: { voided: true } });
    await outbox.retry();
    await vi.waitFor(() => expect(today.isRead()).toBe(true));
    expect(today.visits()).toEqual([]);
    await restoreVisit(deps, visit.id);
    await vi.waitFor(() => expect(today.visits()).toHaveLength(1));
  });

  it('keep one in sight that is tapped just after midnight and cannot be written', async () => {
    const { deps, outbox, today } = await counter();
    await deps.db.meta.update('meta', { minWriter: 99 });
    deps.clock.advance(24 * 60 * 60_000);
    outbox.add({ kind: 'visit', visit: draftVisit(deps, nobody), customer: null });
    await outbox.retry();
    today.setDay(addDays(thursday, 1));
    expect(today.visits().map(({ state }) => state)).toEqual(['failed']);
  });

  it('begin anew at midnight', async () => {
    const { deps, outbox, today } = await counter();
    outbox.add({ kind: 'visit', visit: draftVisit(deps, nobody), customer: null });
    await outbox.retry();
    today.setDay(addDays(thursday, 1));
    expect(today.visits()).toEqual([]);
    await vi.waitFor(() => expect(today.isRead()).toBe(true));
    expect(today.visits()).toEqual([]);
  });
});

const thursday = dayFrom('2026-06-18') ?? unreal();
const nobody = { customerId: null, kind: 'bought', zone: 'Europe/London' } as const;

function unreal(): Day {
  throw new Error('2026-06-18 is a day');
}

async function counter() {
  const deps = await openTestShop();
  return { deps, ...followed(deps) };
}

function followed(deps: Deps) {
  const outbox = openOutbox(deps, memoryLocalStore());
  const today = openTodayVisits(deps, outbox, thursday);
  onTestFinished(() => {
    today.close();
    outbox.close();
  });
  return { outbox, today };
}
