import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stripOf } from '#app/counter/active-visit-view.ts';
import { draftCustomer, welcomeCustomer } from '#app/customers/customers.ts';
import { Desk } from '#app/counter/counter-store.ts';
import { forgetCustomer } from '#app/customers/erasure.ts';
import { planGesture } from '#app/week/gestures.ts';
import { openRoster } from '#app/customers/roster.ts';
import { settingsOf } from '#app/shop/settings.ts';
import { draftVisit } from '#app/customers/visits.ts';
import {
  handOver,
  takeBackHandOver,
  tell,
  tellWords,
  toggleLooking,
  toggleMark,
  untell,
} from '#app/counter/visit-actions.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { memoryDrafts } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

describe('the desk', () => {
  it('logs a visit with one tap, and opens it on a second one within ten minutes', async () => {
    const { desk, khan, deps } = await counter();
    expect(desk.tap(khan)).toBe('logged');
    deps.clock.advance(9 * 60_000);
    expect(desk.tap(khan)).toBe('opened');
    expect(desk.current?.isRepeat).toBe(true);
    expect(desk.today.visits()).toHaveLength(1);
    desk.logAgain();
    expect(desk.today.visits()).toHaveLength(2);
  });

  it('logs again after ten minutes', async () => {
    const { desk, khan, deps } = await counter();
    desk.tap(khan);
    deps.clock.advance(10 * 60_000);
    expect(desk.tap(khan)).toBe('logged');
  });

  it('takes a visit back and puts it back', async () => {
    const { desk, khan, saved } = await counter();
    desk.tap(khan);
    const id = desk.current?.visitId;
    if (id === undefined) throw new Error('A visit stands in the strip');
    desk.undo(id);
    expect(desk.today.visits()).toEqual([]);
    desk.putBack(id);
    await saved();
    expect(desk.today.visits().map(({ state }) => state)).toEqual(['saved']);
  });

  it('fills digits from the right and writes the amount with whatever is tapped next', async () => {
    const { desk, khan, drafts, saved } = await counter();
    desk.tap(khan);
    for (const key of ['1', '8', '4', '0'] as const) desk.type(key);
    expect(desk.amount?.amount).toBe(1840);
    expect([...drafts.all.keys()].some((key) => key.endsWith(':amount'))).toBe(true);
    expect(desk.currentVisit()?.visit.amount).toBeNull();
    toggleMark(desk, 'friend');
    await saved();
    expect(desk.currentVisit()?.visit).toMatchObject({ amount: 1840, marks: ['friend'] });
    expect([...drafts.all.keys()].some((key) => key.endsWith(':amount'))).toBe(false);
  });

  it('writes an amount that was being typed when the page went away', async () => {
    const { deps, roster, desk, khan, drafts, saved } = await counter();
    desk.tap(khan);
    await saved();
    desk.type('5');
    desk.type('00');
    const id = desk.current?.visitId;
    const settings = await settingsOf(deps);
    const afterReload = new Desk({ deps, roster, drafts, settings });
    onTestFinished(() => afterReload.close());
    await afterReload.pending.retry();
    expect(id === undefined ? null : (await deps.db.visits.get(id))?.amount).toBe(500);
  });

  it('asks about an amount far above the usual, and says no more once it is kept', async () => {
    const { desk, khan, view, deps, saved } = await counter();
    for (let visit = 0; visit < 3; visit += 1) {
      desk.tap(khan);
      desk.setAmount(1840);
      await saved();
      deps.clock.advance(24 * 3600_000);
    }
    await vi.waitFor(() => {
      const amounts = desk.roster.person(khan)?.history.amounts ?? [];
      expect([...amounts].filter((amount) => amount === 1840)).toHaveLength(3);
    });
    desk.tap(khan);
    desk.setAmount(18400);
    expect((await view())?.doubt).toMatchObject({ kind: 'too-much', meant: 1840 });
    desk.keepAmount(desk.current?.visitId ?? unknown(), 18400);
    expect((await view())?.doubt).toBeNull();
  });

  it('hides the amount of somebody who was just looking', async () => {
    const { desk, khan, view } = await counter();
    desk.tap(khan);
    desk.setAmount(500);
    toggleLooking(desk);
    expect((await view())?.amount).toBeNull();
  });

  it('notes what somebody told us once, however it is corrected', async () => {
    const { desk, deps, khan, saved } = await counter();
    desk.tap(khan);
    tell(desk, 'praise');
    tell(desk, 'complaint');
    tellWords(desk, 'Cold coffee');
    await saved();
    const moments = await deps.db.moments.toArray();
    expect(moments).toMatchObject([{ kind: 'complaint', text: 'Cold coffee', voided: false }]);
    expect(desk.currentVisit()?.visit.marks).toEqual(['told']);
    untell(desk);
    await saved();
    expect(await deps.db.moments.toArray()).toMatchObject([{ voided: true }]);
    expect(desk.currentVisit()?.visit.marks).toEqual([]);
  });

  it('hands over what waits, and takes that back', async () => {
    const { desk, deps, khan, view, saved } = await counter();
    const card = { kind: 'card', words: '', cost: 120 } as const;
    await planGesture(deps, { customerId: khan, today: wallOf(deps).day }, card);
    desk.tap(khan);
    await vi.waitFor(async () => expect((await view())?.waiting).not.toBeNull());
    handOver(desk, (await view())?.waiting?.id ?? unknown(), wallOf(deps).day);
    expect(await view()).toMatchObject({ waiting: null, isHandedOver: true });
    await saved();
    expect(await deps.db.gestures.toArray()).toMatchObject([{ handedOverOn: wallOf(deps).day }]);
    takeBackHandOver(desk);
    await saved();
    expect(await deps.db.gestures.toArray()).toMatchObject([{ handedOverOn: null }]);
  });

  it('welcomes somebody new with whoever sent them', async () => {
    const { desk, deps, khan, saved } = await counter();
    desk.welcome('Hana', khan);
    await saved();
    const hana = (await deps.db.customers.toArray()).find((each) => each.name === 'Hana');
    expect(hana?.sentBy).toBe(khan);
    expect(desk.currentVisit()?.visit.customerId).toBe(hana?.id);
  });

  it('shows a new day after midnight and writes what was being typed', async () => {
    const { desk, deps, khan, saved } = await counter();
    desk.tap(khan);
    desk.type('5');
    deps.clock.advance(24 * 3600_000);
    desk.turnTo(wallOf(deps));
    expect(desk.current).toBeNull();
    expect(desk.today.visits()).toEqual([]);
    await saved();
    expect((await deps.db.visits.toArray()).map((visit) => visit.amount)).toContain(5);
  });

  it('knows no name any more once somebody welcomed today was forgotten', async () => {
    const { desk, deps, roster, saved } = await counter();
    desk.welcome('Hana', null);
    const id = desk.currentVisit()?.visit.customerId ?? unknown();
    expect(desk.nameOf(id)).toBe('Hana');
    await saved();
    await vi.waitFor(() => expect(roster.person(id)).toBeDefined());
    await forgetCustomer(deps, id, wallOf(deps).day);
    await vi.waitFor(() => expect(roster.person(id)).toBeUndefined());
    expect(desk.nameOf(id)).toBeUndefined();
  });
});

const zone = 'Europe/London';

async function counter() {
  const deps = await openTestShop();
  const khan = await regular(deps, 'Mrs Khan');
  deps.clock.advance(24 * 3600_000);
  const roster = await openRoster(deps);
  const drafts = memoryDrafts();
  const settings = await settingsOf(deps);
  const desk = new Desk({ deps, roster, drafts, settings });
  onTestFinished(() => {
    desk.close();
    roster.close();
  });
  return {
    deps,
    roster,
    drafts,
    desk,
    khan,
    saved: async () => desk.pending.retry(),
    view: async () => stripOf(desk, { settings: await settingsOf(deps), today: wallOf(deps).day }),
  };
}

async function regular(
  deps: Awaited<ReturnType<typeof openTestShop>>,
  name: string,
): Promise<CustomerId> {
  const customer = draftCustomer(deps, { name, zone });
  const visit = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
  await welcomeCustomer(deps, customer, visit);
  return customer.id;
}

function wallOf(deps: Awaited<ReturnType<typeof openTestShop>>) {
  return wallTimeAt(deps.clock.now(), zone);
}

function unknown(): never {
  throw new Error('Something was expected here');
}
