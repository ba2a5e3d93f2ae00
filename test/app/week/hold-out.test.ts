import { describe, expect, it } from 'vitest';
import { acceptSuggestion, skipSuggestion } from '#app/week/gestures.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { mondayOf } from '#lib/day.ts';
import { daysAgo, every, today, type CustomerSpec } from '../../support/shops/shop-with.ts';
import { listOf, openWeekShop, type TestShop } from '../../support/shops/week-shop.ts';

const regulars = Array.from({ length: 24 }, (_, index): CustomerSpec => ({
  name: `Regular ${index + 1}`,
  visits: every(7, { times: 20, until: daysAgo(1 + (index % 5)) }),
}));
const roomy = { budgetMoney: 10_000, budgetPieces: 12, reservedPlace: false } as const;

describe('a shop that asked for the lot', () => {
  it('notes in the week who was left out, and no more than once somebody got a card after all', async () => {
    const shop = await openWeekShop(regulars, { ...roomy, holdOut: true });
    const list = await listOf(shop);
    expect(list.heldOut.length).toBeGreaterThan(0);
    expect(list.suggestions.length + list.heldOut.length).toBe(12);
    await skip(shop, list, firstOf(list.suggestions));
    const drawn = list.heldOut.map((each) => each.customerId);
    expect((await weekOf(shop))?.heldOut).toEqual(drawn);
    expect((await weekOf(shop))?.eligible).toEqual(expect.arrayContaining(drawn));
    const lucky = firstOf(list.heldOut);
    await acceptSuggestion(
      shop,
      { suggestion: lucky, from: list, today },
      { kind: 'card', words: '', cost: 120 },
    );
    const week = await weekOf(shop);
    expect(week?.heldOut).toEqual(drawn.filter((id) => id !== lucky.customerId));
    expect(week?.chosen).toEqual([lucky.customerId]);
  });

  it('draws the same people all week, and nobody where it was not asked for', async () => {
    const shop = await openWeekShop(regulars, { ...roomy, holdOut: true });
    expect((await listOf(shop)).heldOut).toEqual((await listOf(shop)).heldOut);
    const other = await openWeekShop(regulars, roomy);
    expect((await listOf(other)).heldOut).toEqual([]);
  });
});

async function skip(shop: TestShop, from: WeekSuggestions, suggestion: Suggestion): Promise<void> {
  const skipped = await skipSuggestion(shop, { suggestion, from, today });
  if (!skipped.ok) throw new Error(skipped.problem.kind);
}

function weekOf(shop: TestShop) {
  return shop.db.weeks.get(mondayOf(today));
}

function firstOf(suggestions: readonly Suggestion[]): Suggestion {
  const [first] = suggestions;
  if (first === undefined) throw new Error('Nobody is there');
  return first;
}
