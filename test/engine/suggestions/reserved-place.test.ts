// The place that is kept for somebody who is no big spender, and what an offer may lean on.
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { offerWorthOf } from '#engine/suggestions/offer-worth.ts';
import { defaultSuggestParams } from '#engine/suggestions/params.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import {
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

type Person = Omit<CustomerSpec, 'name'>;

const newcomer: Person = { visits: on([30, 16, 4].map(daysAgo), { amount: 500 }) };
const sharer: Person = {
  visits: on([200, 100, 20].map(daysAgo), { marks: ['shared'], amount: 500 }),
};
const spender: Person = { visits: on([30, 16, 4].map(daysAgo), { amount: 90_000 }) };
const steady: Person = { visits: every(7, { times: 40, until: daysAgo(3), amount: 2000 }) };

describe('the kept place', () => {
  it('goes to a newcomer first, else to somebody who spreads the word', () => {
    expect(placesIn({ newcomer, sharer, steady })).toEqual({
      newcomer: 'reserved',
      sharer: 'open',
      steady: 'open',
    });
    expect(placesIn({ sharer, steady })).toEqual({ sharer: 'reserved', steady: 'open' });
    expect(placesIn({ steady })).toEqual({ steady: 'open' });
  });

  it('goes to no big spender, however new', () => {
    expect(placesIn({ spender, steady })).toEqual({ spender: 'open', steady: 'open' });
    expect(placesIn({ spender, newcomer, steady })).toMatchObject({
      spender: 'open',
      newcomer: 'reserved',
    });
  });

  it('is given once a week', () => {
    const given = (plannedOn: Day): Person => ({
      ...newcomer,
      gestures: [
        {
          kind: 'card',
          plannedOn,
          handedOverOn: plannedOn,
          reasons: [{ code: 'reserved-place', week: mondayOf(plannedOn) }],
        },
      ],
    });
    expect(placesIn({ given: given(today), sharer, steady })).toEqual({
      sharer: 'open',
      steady: 'open',
    });
    expect(placesIn({ given: given(daysAgo(7)), sharer, steady })).toEqual({
      sharer: 'reserved',
      steady: 'open',
    });
  });
});

describe('what an offer may lean on', () => {
  // Nine visits, each on another weekday than the one before.
  const irregular = [100, 90, 82, 71, 63, 50, 45, 38, 30].map(daysAgo);

  it('is nothing where nothing is known', () => {
    expect(suggestionFor({ visits: on(irregular) })).toMatchObject({
      gesture: 'offer',
      advice: null,
    });
  });

  it.each([
    ['the usual amount', { amount: 1600 }, { usualAmount: 1600, fromHour: null }],
    ['the usual hour', { minute: 610 }, { usualAmount: null, fromHour: 9 }],
  ])('is %s where that alone is known', (_what, visit, advice) => {
    expect(suggestionFor({ visits: on(irregular, visit) })?.advice).toMatchObject({
      weekday: null,
      isPriceLed: false,
      ...advice,
    });
  });
});

describe('what an offer may cost', () => {
  const weekly = every(7, { times: 20, until: daysAgo(40), amount: 2000 });

  it('is half of what it may bring, by the own rhythm and the own amounts', () => {
    const found = suggestionFor({ visits: weekly });
    expect(found).toMatchObject({
      gesture: 'offer',
      cost: 400,
      // One in twenty of 52 visits of £20.
      worth: { visitsAYear: 52, meanAmount: 2000, handedOver: 1, gain: 5200, limit: 2600 },
    });
  });

  it('is nothing for small baskets, who get a card instead', () => {
    const small = every(7, { times: 20, until: daysAgo(40), amount: 240 });
    expect(suggestionFor({ visits: small })).toMatchObject({ gesture: 'card', worth: null });
  });

  it('is less the less likely they come in for it', () => {
    const histories = historiesOf([personWith({ name: 'Mrs Khan', visits: weekly })]);
    const rules = settingsWith().kindRules;
    const cohort = cohortOf({ histories, calendar: settingsWith(), rules, today });
    const profile = histories.map((history) => profileOf(history, cohort, rules))[0];
    if (profile === undefined) throw new Error('nobody there');
    const limits = [null, 0.2, 0.5, 0.9].map(
      (gone) =>
        offerWorthOf({ ...profile, churnProbability: () => gone }, defaultSuggestParams)?.limit,
    );
    expect(limits).toEqual([2600, 2080, 1300, 260]);
  });
});

function placesIn(shop: Readonly<Record<string, Person>>): Readonly<Record<string, string>> {
  const suggestions = listOf(Object.entries(shop).map(([name, each]) => ({ name, ...each })));
  return Object.fromEntries(suggestions.map(({ name, place }) => [name, place]));
}

function suggestionFor(person: Person): Suggestion | undefined {
  return listOf([{ name: 'Mrs Khan', ...person }])[0];
}

function listOf(shop: readonly CustomerSpec[]): readonly Suggestion[] {
  const histories = historiesOf([...longAgo, ...shop.map(personWith)]);
  return suggest({ histories, settings: settingsWith(), today }).suggestions;
}
