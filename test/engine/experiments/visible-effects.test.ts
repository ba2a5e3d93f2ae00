import { describe, expect, it } from 'vitest';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { gestureEffectsOf, type GestureEffect } from '#engine/experiments/effects.ts';
import { addDays, mondayOf } from '#lib/day.ts';
import { weekRow } from '../../support/shops/plain-rows.ts';
import {
  daysAgo,
  every,
  historiesOf,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const monday = mondayOf(daysAgo(60));
const visits = every(7, { times: 10, until: addDays(monday, -3) });

describe('what cards did', () => {
  it('is said from the thirtieth card on', () => {
    expect(effectOf(29, 1)).toMatchObject({ given: 29, hasEnoughData: false });
    expect(effectOf(30, 1)).toMatchObject({ given: 30, hasEnoughData: true });
  });

  it('is not said while there is nobody to compare with', () => {
    expect(effectOf(30, 0)).toMatchObject({ given: 30, compared: 0, hasEnoughData: false });
  });
});

/** So many got a card in one week, and so many others who came alike got none. */
function effectOf(cards: number, others: number): GestureEffect {
  const given = people('Given', cards).map((name) => {
    const handedOverOn = addDays(monday, 1);
    const card = { plannedOn: monday, handedOverOn, windowDays: 14, kind: 'card' } as const;
    return personWith({ name, visits, gestures: [card] });
  });
  const without = people('Without', others).map((name) => personWith({ name, visits }));
  const shop = [...given, ...without];
  return gestureEffectsOf({
    histories: historiesOf(shop),
    weeks: [decided(shop, given)],
    calendar: settingsWith(),
    today,
  }).all;
}

function people(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${kind} ${index}`);
}

function decided(shop: readonly PersonInShop[], given: readonly PersonInShop[]): WeekDecisions {
  const [eligible, chosen] = [shop, given].map((some) => some.map(({ id }) => id));
  return weekRow({ week: monday, eligible: eligible ?? [], chosen: chosen ?? [] });
}
