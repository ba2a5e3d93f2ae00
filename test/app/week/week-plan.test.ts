import { describe, expect, it } from 'vitest';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { emptyList, stableList } from '#app/week/stable-list.ts';
import { weekPlan } from '#app/week/week-plan.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import {
  customerId,
  day,
  daysAgo,
  every,
  on,
  thankedOn,
  today,
} from '../../support/shops/shop-with.ts';
import { openWeekShop } from '../../support/shops/week-shop.ts';

describe('the plan of the week', () => {
  it('counts as promised what was decided this week, passed over or taken back left out', async () => {
    const shop = await openWeekShop([
      { name: 'Ann', gestures: [{ kind: 'card', plannedOn: daysAgo(2) }] },
      { name: 'Ben', gestures: [{ kind: 'offer', plannedOn: daysAgo(1), handedOverOn: today }] },
      {
        name: 'Cleo',
        gestures: [{ kind: 'offer', plannedOn: daysAgo(1), skippedOn: daysAgo(1), cost: 0 }],
      },
      { name: 'Dan', gestures: [{ kind: 'card', plannedOn: daysAgo(1), voided: true }] },
      { name: 'Eve', gestures: [{ kind: 'card', plannedOn: daysAgo(8) }] },
    ]);
    const plan = await weekPlan(shop, today);
    expect(plan.promised).toBe(520);
    expect(names(plan.skipped)).toEqual(['Cleo']);
    expect(names(plan.waiting)).toEqual(['Eve', 'Ann']);
    expect(names(plan.givenToday)).toEqual(['Ben']);
  });

  it('tells what came of what was handed over: back, not yet, not back', async () => {
    const thanked = thankedOn(daysAgo(20));
    const shop = await openWeekShop([
      { name: 'Ann', visits: on([daysAgo(30), daysAgo(12)]), gestures: [thanked] },
      { name: 'Ben', visits: on([daysAgo(30)]), gestures: [{ ...thanked, windowDays: 28 }] },
      { name: 'Cleo', visits: on([daysAgo(30)]), gestures: [{ ...thanked, windowDays: 14 }] },
      { name: 'Dan', visits: on([daysAgo(90)]), gestures: [thankedOn(daysAgo(60))] },
    ]);
    const { givenLately } = await weekPlan(shop, today);
    expect(
      Object.fromEntries(givenLately.map(({ name, comeback }) => [name, comeback.kind])),
    ).toEqual({ Ann: 'came-back', Ben: 'not-yet', Cleo: 'did-not' });
  });

  it('knows a person whose card was joined into another one since', async () => {
    const shop = await openWeekShop([
      { name: 'Mrs Khan', visits: every(7, { times: 5, until: daysAgo(3) }), createdAt: 1 },
      { name: 'Khan', createdAt: 2, gestures: [{ kind: 'card', plannedOn: daysAgo(1) }] },
    ]);
    await mergeCustomers(shop, customerId('Mrs Khan'), customerId('Khan'));
    expect(names((await weekPlan(shop, today)).waiting)).toEqual(['Mrs Khan']);
  });

  it('leaves out people who are forgotten', async () => {
    const shop = await openWeekShop([
      {
        name: 'Ann',
        forgottenOn: daysAgo(1),
        gestures: [{ kind: 'card', plannedOn: daysAgo(2) }],
      },
    ]);
    expect((await weekPlan(shop, today)).waiting).toEqual([]);
  });
});

describe('the places of the list', () => {
  it('stay where they are when the list is thought out anew; news come last, answers first', () => {
    const before = {
      ...emptyList,
      order: ['gift-customer-Ann', 'gift-customer-Ben', 'gift-customer-Cleo'],
    };
    const { items } = stableList(before, {
      list: listWith(suggested('Cleo'), suggested('Ann'), suggested('Dan'), answerTo('Ruth')),
      plan: { decided: [], skipped: [] },
    });
    expect(items.map((item) => item.key)).toEqual([
      'answer-customer-Ruth',
      'gift-customer-Ann',
      'gift-customer-Cleo',
      'gift-customer-Dan',
    ]);
  });

  it('keep the one passed over in its place, though the list has forgotten it', async () => {
    const shop = await openWeekShop([
      { name: 'Ben', gestures: [{ kind: 'card', plannedOn: today, skippedOn: today }] },
    ]);
    const plan = await weekPlan(shop, today);
    const before = {
      ...emptyList,
      order: ['gift-customer-Ann', 'gift-customer-Ben', 'gift-customer-Cleo'],
    };
    const { items } = stableList(before, {
      list: listWith(suggested('Ann'), suggested('Cleo')),
      plan,
    });
    expect(items.map((item) => `${item.key} ${item.kind}`)).toEqual([
      'gift-customer-Ann open',
      'gift-customer-Ben skipped',
      'gift-customer-Cleo open',
    ]);
  });
});

function names(each: readonly { readonly name: string }[]): readonly string[] {
  return each.map(({ name }) => name);
}

function listWith(...suggestions: readonly Suggestion[]): WeekSuggestions {
  const none = { committedMoney: 0, committedPieces: 0, heldOut: [], exclusions: [] };
  return { week: day('2026-06-15'), considered: 9, suggestions, ...none };
}

function suggested(name: string): Suggestion {
  return {
    customerId: customerId(name),
    name,
    gesture: 'card',
    cost: 120,
    words: '',
    reasons: [{ code: 'birthday', day: today }],
    segments: [],
    place: 'open',
    score: 1,
    advice: null,
    worth: null,
    fit: null,
    learned: null,
    isInFocus: false,
  };
}

function answerTo(name: string): Suggestion {
  return {
    ...suggested(name),
    gesture: 'word',
    cost: 0,
    place: 'answer',
    reasons: [{ code: 'complaint-open', day: daysAgo(3), text: '', visitsSince: 0 }],
  };
}
