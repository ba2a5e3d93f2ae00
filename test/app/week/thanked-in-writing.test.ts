// A thank-you that was written is thanks: the week lets whoever got it rest, as after a card.
import { beforeEach, describe, expect, it } from 'vitest';
import { recordMessage } from '#app/messages/record-message.ts';
import { weekPlan } from '#app/week/week-plan.ts';
import { addDays } from '#lib/day.ts';
import { customerId, today } from '../../support/shops/shop-with.ts';
import { listOf, mrOkoro, openWeekShop, type TestShop } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await openWeekShop([mrOkoro]);
  expect(await suggested()).toEqual(['Mr Okoro']);
});

describe('somebody who was thanked by a message', () => {
  it('is suggested no more in this week, nor while they rest', async () => {
    await send('thanks');
    expect(await suggested()).toEqual([]);
    expect(await suggested(7)).toEqual([]);
  });

  it('is still suggested after news: they are no thanks', async () => {
    await send('news');
    expect(await suggested()).toEqual(['Mr Okoro']);
  });

  it('took nothing of what the week has to give', async () => {
    const before = await listOf(shop);
    await send('thanks');
    const after = await listOf(shop);
    expect([after.committedMoney, after.committedPieces]).toEqual([
      before.committedMoney,
      before.committedPieces,
    ]);
    expect((await weekPlan(shop, today)).decided).toEqual([]);
  });
});

async function send(purpose: 'thanks' | 'news'): Promise<void> {
  const people = [customerId('Mr Okoro')];
  const words = 'Good to see you';
  valueOf(await recordMessage(shop, { people, purpose, way: 'email', words, today }));
}

async function suggested(daysAhead = 0): Promise<readonly string[]> {
  const answer = await shop.worker.ask({ kind: 'suggest', today: addDays(today, daysAhead) });
  return valueOf(answer).suggestions.map(({ name }) => name);
}
