import { beforeEach, describe, expect, it } from 'vitest';
import {
  readCustomerPage,
  customersSentBy,
  type CustomerDetails,
} from '#app/customers/customer-page.ts';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { handOver, planGesture } from '#app/week/gestures.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import { noteMoment } from '#app/customers/moments.ts';
import { openRoster } from '#app/customers/roster.ts';
import { restoreVisit, voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import { customerIdFrom, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { addDays, type Day } from '#lib/day.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const zone = 'Europe/London';
const today = day('2026-06-18');
let shop: Awaited<ReturnType<typeof openTestShop>>;
let mrsKhan: Customer;

beforeEach(async () => {
  shop = await openTestShop();
  mrsKhan = await added({ name: 'Mrs Khan', cue: 'red bike', zone });
});

describe('the page about somebody', () => {
  it('tells the story latest first, a page at a time, moments among the visits', async () => {
    for (let back = 1; back <= 5; back += 1) await came(mrsKhan.id, addDays(today, -7 * back));
    await noted('praise', '2026-06-05');
    await noted('idea', '2026-04-01');
    const short = await pageOf(mrsKhan.id, 2);
    expect(short.hasMore).toBe(true);
    expect(short.story.map((item) => item.day)).toEqual(['2026-06-11', '2026-06-05', '2026-06-04']);
    const whole = await pageOf(mrsKhan.id, 50);
    expect(whole.hasMore).toBe(false);
    expect(whole.story).toHaveLength(7);
    expect(whole.story.at(-1)?.day).toBe('2026-04-01');
  });

  it('counts visit days in the last 52 weeks, the last week ending today', async () => {
    await came(mrsKhan.id, today);
    await came(mrsKhan.id, today);
    await came(mrsKhan.id, addDays(today, -7));
    await came(mrsKhan.id, addDays(today, -363));
    await came(mrsKhan.id, addDays(today, -364));
    const { year, features } = await pageOf(mrsKhan.id);
    expect(year.weeks).toHaveLength(52);
    expect([year.weeks[0], year.weeks[50], year.weeks[51]]).toEqual([1, 1, 1]);
    expect(year.weeks.reduce((sum, count) => sum + count, 0)).toBe(features.year.visitDays);
  });

  it('keeps what was taken back today within reach, and only today', async () => {
    const visit = await came(mrsKhan.id, addDays(today, -7));
    await voidVisit(shop, visit.id);
    expect((await pageOf(mrsKhan.id)).takenBack.map((each) => each.id)).toEqual([visit.id]);
    const tomorrow = await readCustomerPage(shop, { id: mrsKhan.id, visits: 9 }, addDays(today, 1));
    expect(tomorrow).toMatchObject({ takenBack: [] });
    await restoreVisit(shop, visit.id);
    expect(await pageOf(mrsKhan.id)).toMatchObject({ takenBack: [], story: [{ day: visit.day }] });
  });

  it('keeps a visit within reach that was taken back today and lies before all that is shown', async () => {
    const [first] = [
      await came(mrsKhan.id, addDays(today, -70)),
      await came(mrsKhan.id, addDays(today, -63)),
      await came(mrsKhan.id, addDays(today, -2)),
      await came(mrsKhan.id, addDays(today, -1)),
    ];
    await voidVisit(shop, first.id);
    const page = await pageOf(mrsKhan.id, 2);
    expect(page.takenBack.map(({ id }) => id)).toEqual([first.id]);
    expect(page.story.map((item) => item.day)).toEqual(['2026-06-17', '2026-06-16']);
    expect(page.hasMore).toBe(true);
  });

  it('says when somebody came back after a card, within the days that count', async () => {
    await came(mrsKhan.id, addDays(today, -40));
    const who = { customerId: mrsKhan.id, today: addDays(today, -40) };
    const planned = valueOf(await planGesture(shop, who, { kind: 'card', words: '', cost: 120 }));
    await handOver(shop, planned.id, addDays(today, -40));
    expect((await pageOf(mrsKhan.id)).pastGestures).toMatchObject([{ cameBackOn: null }]);
    await came(mrsKhan.id, addDays(today, -33));
    expect((await pageOf(mrsKhan.id)).pastGestures).toMatchObject([
      { cameBackOn: addDays(today, -33) },
    ]);
  });

  it('puts the feedback that waits longest first', async () => {
    await noted('idea', '2026-06-10');
    await noted('complaint', '2026-06-03');
    const { unanswered } = await pageOf(mrsKhan.id);
    expect(unanswered.map((moment) => moment.kind)).toEqual(['complaint', 'idea']);
  });

  it('names who sent whom, on both pages, also by way of a joined card', async () => {
    const other = await added({ name: 'A. Khan', zone });
    const tom = await added({ name: 'Tom R.', sentBy: other.id, zone });
    await mergeCustomers(shop, mrsKhan.id, other.id);
    const toms = await pageOf(tom.id);
    expect(toms.names.get(other.id)).toBe('Mrs Khan');
    const roster = await openRoster(shop);
    const sent = customersSentBy(roster, await pageOf(mrsKhan.id));
    roster.close();
    expect(sent.map((customer) => customer.name)).toEqual(['Tom R.']);
  });

  it('is the survivor’s for a joined card, says so for somebody forgotten, and for nobody', async () => {
    const other = await added({ name: 'A. Khan', zone });
    await mergeCustomers(shop, mrsKhan.id, other.id);
    expect((await pageOf(other.id)).own.id).toBe(mrsKhan.id);
    await scheduleErasure(shop, mrsKhan.id, today);
    const page = await readCustomerPage(shop, { id: other.id, visits: 9 }, today);
    expect(page).toMatchObject({ kind: 'forgotten', name: 'Mrs Khan', goneOn: '2026-07-18' });
    const nobody = await readCustomerPage(shop, { id: customerIdFrom('never'), visits: 9 }, today);
    expect(nobody).toEqual({ kind: 'nobody' });
  });
});

async function pageOf(id: CustomerId, visits = 50): Promise<CustomerDetails> {
  const page = await readCustomerPage(shop, { id, visits }, today);
  if (page.kind !== 'person') throw new Error(page.kind);
  return page;
}

async function came(customerId: CustomerId, on: Day): Promise<Visit> {
  const forgotten = {
    customerId,
    kind: 'bought',
    zone,
    day: on,
    minute: 600,
    amount: 900,
  } as const;
  return valueOf(await addMissedVisit(shop, forgotten));
}

async function noted(kind: 'praise' | 'idea' | 'complaint', on: string): Promise<void> {
  await noteMoment(shop, draftMoment(shop, { customerId: mrsKhan.id, kind, day: day(on) }));
}

async function added(known: NewCustomer): Promise<Customer> {
  shop.clock.advance(1000);
  return valueOf(await addCustomer(shop, draftCustomer(shop, known)));
}
