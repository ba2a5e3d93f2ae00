import { describe, expect, it } from 'vitest';
import {
  addPerk,
  allPerks,
  changePerkDraft,
  continuePerk,
  endPerk,
  publishPerk,
  settlePerk,
  takeBackPerk,
} from '#app/perks/perks.ts';
import { perksOfCustomer } from '#app/perks/perks-of-customer.ts';
import { openRoster } from '#app/customers/roster.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { weekPlan } from '#app/week/week-plan.ts';
import { takeBackHandOver } from '#app/week/gestures.ts';
import { gestureIdFrom } from '#domain/week/gesture.ts';
import type { PerkBoard, PerkDue } from '#domain/week/perk-board.ts';
import { addDays } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const zone = 'Europe/London';
const today = day('2026-06-18');
const coffee = {
  measure: 'visit-days',
  threshold: 2,
  repeats: 'every',
  gives: 'a coffee on us',
  givesToNew: '',
  afterVisits: 1,
} as const;

describe('a perk', () => {
  it('is a draft that may change until it hangs on the poster, and never after', async () => {
    const shop = await openTestShop();
    const draft = valueOf(await addPerk(shop, coffee));
    valueOf(await changePerkDraft(shop, draft.id, { threshold: 10 }));
    valueOf(await publishPerk(shop, draft.id, { today, countsFrom: today }));
    valueOf(await changePerkDraft(shop, draft.id, { threshold: 3, voided: true }));
    valueOf(await publishPerk(shop, draft.id, { today: addDays(today, 9), countsFrom: null }));
    expect(await allPerks(shop)).toMatchObject([
      { threshold: 10, publishedOn: today, countsFrom: today, endedOn: null },
    ]);
  });

  it('is ended with thirty days’ notice, once, and goes on when that is taken back', async () => {
    const shop = await openTestShop();
    const { id } = valueOf(await addPerk(shop, coffee));
    valueOf(await endPerk(shop, id, today));
    expect(await allPerks(shop)).toMatchObject([{ endedOn: null }]);
    valueOf(await publishPerk(shop, id, { today, countsFrom: null }));
    valueOf(await endPerk(shop, id, today));
    valueOf(await endPerk(shop, id, addDays(today, 20)));
    expect(await allPerks(shop)).toMatchObject([{ endedOn: '2026-07-18' }]);
    valueOf(await continuePerk(shop, id, addDays(today, 31)));
    expect(await allPerks(shop)).toMatchObject([{ endedOn: '2026-07-18' }]);
    valueOf(await continuePerk(shop, id, today));
    expect(await allPerks(shop)).toMatchObject([{ endedOn: null }]);
  });
});

describe('what is due', () => {
  it('is on the board and at the counter alike, until it is given, and again when undone', async () => {
    const { shop, due } = await shopWithCoffeeDue();
    const [first] = await due();
    if (first === undefined) throw new Error('A coffee is due');
    const gestureId = gestureIdFrom('given');
    const gift = { ...first, gestureId, day: today, how: 'given' } as const;
    valueOf(await settlePerk(shop, gift));
    valueOf(await settlePerk(shop, gift));
    expect(await due()).toEqual([]);
    expect((await boardOf(shop)).lines).toMatchObject([{ reached: 1, given: 1, due: [] }]);
    valueOf(await takeBackPerk(shop, gestureId));
    expect(await due()).toEqual([first]);
  });

  it('is given at the counter and taken back there, and never waits among the cards', async () => {
    const { shop, due } = await shopWithCoffeeDue();
    const [first] = await due();
    if (first === undefined) throw new Error('A coffee is due');
    const gestureId = gestureIdFrom('given');
    valueOf(await settlePerk(shop, { ...first, gestureId, day: today, how: 'given' }));
    expect(await weekPlan(shop, today)).toMatchObject({ promised: 0, givenToday: [] });
    valueOf(await takeBackHandOver(shop, gestureId));
    expect(await due()).toEqual([first]);
    expect((await weekPlan(shop, today)).waiting).toEqual([]);
  });

  it('is settled when somebody did not want it', async () => {
    const { shop, due } = await shopWithCoffeeDue();
    const [first] = await due();
    if (first === undefined) throw new Error('A coffee is due');
    const gestureId = gestureIdFrom('no');
    valueOf(await settlePerk(shop, { ...first, gestureId, day: today, how: 'declined' }));
    expect((await boardOf(shop)).lines).toMatchObject([{ given: 0, declined: 1, due: [] }]);
  });

  it('counts two cards that are one person together', async () => {
    const shop = await openTestShop();
    await publishCoffee(shop);
    const [khan, amina] = [await added(shop, 'Mrs Khan'), await added(shop, 'Amina K.')];
    for (const id of [khan, amina]) await visit(shop, id);
    shop.clock.advance(24 * 60 * 60 * 1000);
    await visit(shop, amina);
    valueOf(await mergeCustomers(shop, khan, amina));
    expect((await boardOf(shop)).lines).toMatchObject([{ due: [{ name: 'Mrs Khan' }] }]);
  });
});

async function shopWithCoffeeDue(): Promise<{
  readonly shop: Awaited<ReturnType<typeof openTestShop>>;
  readonly due: () => Promise<readonly PerkDue[]>;
}> {
  const shop = await openTestShop();
  await publishCoffee(shop);
  const id = await added(shop, 'Mrs Khan');
  await visit(shop, id);
  shop.clock.advance(24 * 60 * 60 * 1000);
  await visit(shop, id);
  return {
    shop,
    async due() {
      const roster = await openRoster(shop);
      const settings = await loadSettings(shop);
      const question = { roster, perks: await allPerks(shop), settings, today: tomorrow };
      const dues = perksOfCustomer(question, id).flatMap((each) => each.due);
      roster.close();
      expect(dues).toEqual((await boardOf(shop)).lines.flatMap((line) => line.due));
      return dues;
    },
  };
}

const tomorrow = addDays(today, 1);

async function publishCoffee(shop: Deps): Promise<void> {
  const { id } = valueOf(await addPerk(shop, coffee));
  valueOf(await publishPerk(shop, id, { today, countsFrom: null }));
}

async function boardOf(shop: Deps): Promise<PerkBoard> {
  return valueOf(await shop.worker.ask({ kind: 'perk-board', today: tomorrow }));
}

async function added(shop: Deps, name: string) {
  return valueOf(await addCustomer(shop, draftCustomer(shop, { name, zone }))).id;
}

async function visit(shop: Deps, customerId: Awaited<ReturnType<typeof added>>): Promise<void> {
  valueOf(await recordVisit(shop, draftVisit(shop, { customerId, kind: 'bought', zone })));
}
