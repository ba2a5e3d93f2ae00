import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { activeVisitView, updateAmountCeiling } from '#app/counter/active-visit-view.ts';
import { draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { CounterStore } from '#app/counter/counter-store.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { planGesture } from '#app/week/gestures.ts';
import { openRoster } from '#app/customers/roster.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit } from '#app/customers/visits.ts';
import {
  recordHandOver,
  undoHandOver,
  addFeedback,
  setFeedbackText,
  toggleLooking,
  toggleMark,
  removeFeedback,
} from '#app/counter/visit-actions.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

describe('the desk', () => {
  it('logs a visit with one tap, and opens it on a second one within ten minutes', async () => {
    const { counterStore, khan, deps } = await counter();
    expect(counterStore.tap(khan)).toBe('logged');
    deps.clock.advance(9 * 60_000);
    expect(counterStore.tap(khan)).toBe('opened');
    expect(counterStore.activeVisit?.isRepeat).toBe(true);
    expect(counterStore.todayVisits.visits()).toHaveLength(1);
    counterStore.logRepeat();
    expect(counterStore.todayVisits.visits()).toHaveLength(2);
  });

  it('logs again after ten minutes', async () => {
    const { counterStore, khan, deps } = await counter();
    counterStore.tap(khan);
    deps.clock.advance(10 * 60_000);
    expect(counterStore.tap(khan)).toBe('logged');
  });

  it('takes a visit back and puts it back', async () => {
    const { counterStore, khan, saved } = await counter();
    counterStore.tap(khan);
    const id = counterStore.activeVisit?.visitId;
    if (id === undefined) throw new Error('A visit stands in the strip');
    counterStore.undo(id);
    expect(counterStore.todayVisits.visits()).toEqual([]);
    counterStore.restore(id);
    await saved();
    expect(counterStore.todayVisits.visits().map(({ state }) => state)).toEqual(['saved']);
  });

  it('fills digits from the right and writes the amount with whatever is tapped next', async () => {
    const { counterStore, khan, drafts, saved } = await counter();
    counterStore.tap(khan);
    for (const key of ['1', '8', '4', '0'] as const) counterStore.typeKey(key);
    expect(counterStore.amount?.amount).toBe(1840);
    expect([...drafts.all.keys()].some((key) => key.endsWith(':amount'))).toBe(true);
    expect(counterStore.currentVisit()?.visit.amount).toBeNull();
    toggleMark(counterStore, 'friend');
    await saved();
    expect(counterStore.currentVisit()?.visit).toMatchObject({ amount: 1840, marks: ['friend'] });
    expect([...drafts.all.keys()].some((key) => key.endsWith(':amount'))).toBe(false);
  });

  it('writes an amount that was being typed when the page went away', async () => {
    const { deps, roster, counterStore, khan, drafts, saved } = await counter();
    counterStore.tap(khan);
    await saved();
    counterStore.typeKey('5');
    counterStore.typeKey('00');
    const id = counterStore.activeVisit?.visitId;
    const settings = await loadSettings(deps);
    const afterReload = new CounterStore({ deps, roster, drafts, settings });
    onTestFinished(() => afterReload.close());
    await afterReload.outbox.retry();
    expect(id === undefined ? null : (await deps.db.visits.get(id))?.amount).toBe(500);
  });

  it('asks about an amount far above the usual, and says no more once it is kept', async () => {
    const { counterStore, khan, view, deps, saved } = await counter();
    for (let visit = 0; visit < 4; visit += 1) {
      counterStore.tap(khan);
      counterStore.setAmount(1840);
      await saved();
      deps.clock.advance(24 * 3600_000);
    }
    await vi.waitFor(() => {
      const amounts = counterStore.roster.person(khan)?.history.amounts ?? [];
      expect([...amounts].filter((amount) => amount === 1840)).toHaveLength(4);
    });
    counterStore.tap(khan);
    counterStore.setAmount(18400);
    expect((await view())?.warning).toMatchObject({ kind: 'too-much', suggested: 1840 });
    counterStore.acceptAmount(counterStore.activeVisit?.visitId ?? unknown(), 18400);
    expect((await view())?.warning).toBeNull();
  });

  it('doubts no amount of a shop that has noted hardly any', async () => {
    const { counterStore, deps, roster, khan, view, saved } = await counter();
    counterStore.tap(khan);
    counterStore.setAmount(1840);
    await saved();
    await vi.waitFor(() => expect(roster.person(khan)?.history.amounts.length).toBeGreaterThan(0));
    updateAmountCeiling(counterStore, toLocalTime(deps.clock.now(), 'Europe/London').day);
    deps.clock.advance(24 * 3600_000);
    counterStore.tap(khan);
    counterStore.setAmount(2450);
    expect((await view())?.warning).toBeNull();
  });

  it('welcomes somebody new once a day, not at each of their visits', async () => {
    const { counterStore, deps, view } = await counter({ others: ['Tom R.', 'Aoife'], days: 200 });
    const greetings = async () => (await view())?.hints.map(({ code }) => code) ?? [];
    await counterStore.tileRanking.ready;
    counterStore.logNewCustomer('Zofia', null);
    await vi.waitFor(async () => expect(await greetings()).toEqual(['first-visit']));
    deps.clock.advance(20 * 60_000);
    const zofia = counterStore.currentVisit()?.visit.customerId ?? unknown();
    expect(counterStore.tap(zofia)).toBe('logged');
    expect(await greetings()).toEqual([]);
  });

  it('keeps a complaint of a visit that is opened again', async () => {
    const { counterStore, deps, khan, saved } = await counter();
    counterStore.tap(khan);
    addFeedback(counterStore, 'complaint');
    counterStore.logAnonymous('bought');
    counterStore.tap(khan);
    expect(counterStore.activeVisit?.feedback?.kind).toBe('complaint');
    addFeedback(counterStore, 'complaint');
    await saved();
    const moments = await deps.db.moments.toArray();
    expect(moments.map(({ kind, voided }) => ({ kind, voided }))).toEqual([
      { kind: 'complaint', voided: false },
    ]);
  });

  it('hides the amount of somebody who was just looking', async () => {
    const { counterStore, khan, view } = await counter();
    counterStore.tap(khan);
    counterStore.setAmount(500);
    toggleLooking(counterStore);
    expect((await view())?.amount).toBeNull();
  });

  it('notes what somebody told us once, however it is corrected', async () => {
    const { counterStore, deps, khan, saved } = await counter();
    counterStore.tap(khan);
    addFeedback(counterStore, 'praise');
    addFeedback(counterStore, 'complaint');
    setFeedbackText(counterStore, 'Cold coffee');
    await saved();
    const moments = await deps.db.moments.toArray();
    expect(moments).toMatchObject([{ kind: 'complaint', text: 'Cold coffee', voided: false }]);
    expect(counterStore.currentVisit()?.visit.marks).toEqual(['told']);
    removeFeedback(counterStore);
    await saved();
    expect(await deps.db.moments.toArray()).toMatchObject([{ voided: true }]);
    expect(counterStore.currentVisit()?.visit.marks).toEqual([]);
  });

  it('hands over what waits, and takes that back', async () => {
    const { counterStore, deps, khan, view, saved } = await counter();
    const card = { kind: 'card', words: '', cost: 120 } as const;
    await planGesture(deps, { customerId: khan, today: wallOf(deps).day }, card);
    counterStore.tap(khan);
    await vi.waitFor(async () => expect((await view())?.waiting).not.toBeNull());
    recordHandOver(counterStore, (await view())?.waiting?.id ?? unknown(), wallOf(deps).day);
    expect(await view()).toMatchObject({ waiting: null, isHandedOver: true });
    await saved();
    expect(await deps.db.gestures.toArray()).toMatchObject([{ handedOverOn: wallOf(deps).day }]);
    undoHandOver(counterStore);
    await saved();
    expect(await deps.db.gestures.toArray()).toMatchObject([{ handedOverOn: null }]);
  });

  it('welcomes somebody new with whoever sent them', async () => {
    const { counterStore, deps, khan, saved } = await counter();
    counterStore.logNewCustomer('Hana', khan);
    await saved();
    const hana = (await deps.db.customers.toArray()).find((each) => each.name === 'Hana');
    expect(hana?.sentBy).toBe(khan);
    expect(counterStore.currentVisit()?.visit.customerId).toBe(hana?.id);
  });

  it('shows a new day after midnight and writes what was being typed', async () => {
    const { counterStore, deps, khan, saved } = await counter();
    counterStore.tap(khan);
    counterStore.typeKey('5');
    deps.clock.advance(24 * 3600_000);
    counterStore.setTime(wallOf(deps));
    expect(counterStore.activeVisit).toBeNull();
    expect(counterStore.todayVisits.visits()).toEqual([]);
    await saved();
    expect((await deps.db.visits.toArray()).map((visit) => visit.amount)).toContain(5);
  });

  it('knows no name any more once somebody welcomed today was forgotten', async () => {
    const { counterStore, deps, roster, saved } = await counter();
    counterStore.logNewCustomer('Hana', null);
    const id = counterStore.currentVisit()?.visit.customerId ?? unknown();
    expect(counterStore.nameOf(id)).toBe('Hana');
    await saved();
    await vi.waitFor(() => expect(roster.person(id)).toBeDefined());
    await scheduleErasure(deps, id, wallOf(deps).day);
    await vi.waitFor(() => expect(roster.person(id)).toBeUndefined());
    expect(counterStore.nameOf(id)).toBeUndefined();
  });
});

const zone = 'Europe/London';

async function counter({ others = [], days = 1 }: { others?: string[]; days?: number } = {}) {
  const deps = await openTestShop();
  const khan = await regular(deps, 'Mrs Khan');
  for (const name of others) await regular(deps, name);
  deps.clock.advance(days * 24 * 3600_000);
  const roster = await openRoster(deps);
  const drafts = memoryLocalStore();
  const settings = await loadSettings(deps);
  const counterStore = new CounterStore({ deps, roster, drafts, settings });
  onTestFinished(() => {
    counterStore.close();
    roster.close();
  });
  return {
    deps,
    roster,
    drafts,
    counterStore,
    khan,
    saved: async () => counterStore.outbox.retry(),
    view: async () =>
      activeVisitView(counterStore, {
        settings: await loadSettings(deps),
        today: wallOf(deps).day,
      }),
  };
}

async function regular(
  deps: Awaited<ReturnType<typeof openTestShop>>,
  name: string,
): Promise<CustomerId> {
  const customer = draftCustomer(deps, { name, zone });
  const visit = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
  await addCustomerWithVisit(deps, customer, visit);
  return customer.id;
}

function wallOf(deps: Awaited<ReturnType<typeof openTestShop>>) {
  return toLocalTime(deps.clock.now(), zone);
}

function unknown(): never {
  throw new Error('Something was expected here');
}
