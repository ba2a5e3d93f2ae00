import { describe, expect, it } from 'vitest';
import { markPrinted } from '#app/week/gestures.ts';
import { weekPlan } from '#app/week/week-plan.ts';
import { thankYouList } from '#app/week/thank-you-list.ts';
import { daysAgo, on, today } from '../../support/shops/shop-with.ts';
import { openWeekShop } from '../../support/shops/week-shop.ts';

describe('the thank-you list', () => {
  it('is grouped: to answer, cards, offers, and what still waits from earlier weeks', async () => {
    const shop = await openWeekShop([
      { name: 'Ann', gestures: [{ kind: 'card', plannedOn: daysAgo(9) }] },
      { name: 'Ben', gestures: [{ kind: 'offer', plannedOn: daysAgo(2), words: 'A pie' }] },
      { name: 'Cleo', gestures: [{ kind: 'card', plannedOn: daysAgo(1) }] },
      { name: 'Dan', gestures: [{ kind: 'word', plannedOn: daysAgo(1) }] },
    ]);
    const { week, thankYous } = await thankYouList(shop, today);
    expect(week).toBe('2026-06-15');
    expect(thankYous.map(({ name, group }) => `${group}: ${name}`)).toEqual([
      'answers: Dan',
      'cards: Cleo',
      'offers: Ben',
      'earlier: Ann',
    ]);
  });

  it('leaves out what was handed over, passed over, taken back or has run out', async () => {
    const shop = await openWeekShop([
      { name: 'Ann', gestures: [{ kind: 'card', plannedOn: daysAgo(2), handedOverOn: today }] },
      { name: 'Ben', gestures: [{ kind: 'card', plannedOn: daysAgo(2), skippedOn: today }] },
      { name: 'Cleo', gestures: [{ kind: 'card', plannedOn: daysAgo(2), voided: true }] },
      { name: 'Dan', gestures: [{ kind: 'card', plannedOn: daysAgo(9), expiresOn: daysAgo(1) }] },
    ]);
    expect((await thankYouList(shop, today)).thankYous).toEqual([]);
  });

  it('leaves out whoever died or is a child, though something still waited for them', async () => {
    const waits = [{ kind: 'card' as const, plannedOn: daysAgo(2) }];
    const shop = await openWeekShop([
      { name: 'Ann', gestures: waits, diedOn: daysAgo(1) },
      { name: 'Ben', gestures: waits, young: true },
      { name: 'Cleo', gestures: waits },
    ]);
    const { thankYous } = await thankYouList(shop, today);
    expect(thankYous.map(({ name }) => name)).toEqual(['Cleo']);
    const { waiting } = await weekPlan(shop, today);
    expect(waiting.map(({ name }) => name)).toEqual(['Cleo']);
  });

  it('holds nothing that is nobody’s business: no telephone number, no year of birth, no money', async () => {
    const shop = await openWeekShop([
      {
        name: 'Ann',
        phones: ['020 7946 0123'],
        birthday: '1961-06-20',
        visits: on([daysAgo(3)], { amount: 98765 }),
        gestures: [
          {
            kind: 'card',
            plannedOn: daysAgo(1),
            reasons: [
              { code: 'big-baskets', yearlySum: 98765, visitDays: 3, rank: 1, of: 9 },
              { code: 'birthday', day: today },
            ],
          },
        ],
      },
    ]);
    const list = await thankYouList(shop, today);
    expect(list.thankYous[0]?.reasons).toEqual([{ code: 'birthday', day: today }]);
    expect(JSON.stringify(list)).not.toMatch(/0123|1961|98765|987\.65|120/);
  });

  it('chooses the front of a card by why it is given', async () => {
    const shop = await openWeekShop([
      {
        name: 'Ann',
        gestures: [{ kind: 'card', plannedOn: today, reasons: [{ code: 'birthday', day: today }] }],
      },
      {
        name: 'Ben',
        gestures: [
          {
            kind: 'card',
            plannedOn: today,
            reasons: [{ code: 'new-here', first: daysAgo(20), visitDays: 3 }],
          },
        ],
      },
      { name: 'Cleo', gestures: [{ kind: 'card', plannedOn: today }] },
    ]);
    const { thankYous } = await thankYouList(shop, today);
    expect(Object.fromEntries(thankYous.map(({ name, front }) => [name, front]))).toEqual({
      Ann: 'birthday',
      Ben: 'welcome',
      Cleo: 'thank-you',
    });
  });

  it('keeps a printed card on the list until it is handed over', async () => {
    const shop = await openWeekShop([
      { name: 'Ann', gestures: [{ kind: 'card', plannedOn: today }] },
    ]);
    const before = await thankYouList(shop, today);
    await markPrinted(
      shop,
      before.thankYous.map(({ gestureId }) => gestureId),
      today,
    );
    const after = await thankYouList(shop, today);
    expect(after.thankYous.map(({ name, isPrinted }) => ({ name, isPrinted }))).toEqual([
      { name: 'Ann', isPrinted: true },
    ]);
  });
});
