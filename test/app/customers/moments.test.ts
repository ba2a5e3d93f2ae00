import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import {
  answerMoment,
  noteMoment,
  reopenMoment,
  restoreMoment,
  voidMoment,
} from '#app/customers/moments.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { isUnanswered, momentIdFrom, type Moment } from '#domain/visits/moment.ts';
import type { ShopDexie } from '#storage/database.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { day } from '../../support/shops/shop-with.ts';

let shop: Deps & { readonly db: ShopDexie };
let mrsKhan: Customer;

beforeEach(async () => {
  shop = await openTestShop();
  mrsKhan = await added('Mrs Khan');
});

describe('something noticed', () => {
  it('stands on the person, waiting for an answer when it is a complaint', async () => {
    const moment = await noted('complaint', 'The coffee was cold.');
    expect(isUnanswered(moment)).toBe(true);
    expect((await shop.db.histories.get(mrsKhan.id))?.moments).toMatchObject([
      { kind: 'complaint', text: 'The coffee was cold.', answered: null },
    ]);
  });

  it('is noted once, however often the same draft is said', async () => {
    const draft = draftMoment(shop, {
      customerId: mrsKhan.id,
      kind: 'shared',
      day: day('2026-06-18'),
    });
    await noteMoment(shop, draft);
    await noteMoment(shop, draft);
    expect(await shop.db.moments.count()).toBe(1);
  });

  it('is answered on a day, and can wait again', async () => {
    const { id } = await noted('praise', 'Best sausages in town.');
    await answerMoment(shop, id, day('2026-06-19'));
    expect(await shop.db.moments.get(id)).toMatchObject({ answeredOn: '2026-06-19' });
    await reopenMoment(shop, id);
    expect(await shop.db.moments.get(id)).toMatchObject({ answeredOn: null });
    await expectHistoryLaw(shop.db);
  });

  it('is taken back and put back, and the history follows', async () => {
    const { id } = await noted('idea', 'Sell suet.');
    await voidMoment(shop, id);
    expect((await shop.db.histories.get(mrsKhan.id))?.moments).toEqual([]);
    await expectHistoryLaw(shop.db);
    await restoreMoment(shop, id);
    expect((await shop.db.histories.get(mrsKhan.id))?.moments).toHaveLength(1);
    await expectHistoryLaw(shop.db);
  });

  it('cannot be changed when nobody ever noted it', async () => {
    expect(await voidMoment(shop, momentIdFrom('never'))).toEqual({
      ok: false,
      problem: { kind: 'not-found' },
    });
  });
});

async function noted(kind: Moment['kind'], text: string): Promise<Moment> {
  const draft = draftMoment(shop, { customerId: mrsKhan.id, kind, day: day('2026-06-18'), text });
  const result = await noteMoment(shop, draft);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

async function added(name: string): Promise<Customer> {
  const result = await addCustomer(shop, draftCustomer(shop, { name, zone: 'Europe/London' }));
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
