// The place that is kept for somebody who is no big spender, and what an offer may lean on.
import { describe, expect, it } from 'vitest';
import type { Offer } from '#domain/shop/offer.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
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

const ham = { words: 'half a ham', cost: 900 };
const pie = { words: 'a pie', cost: 300 };
const bone = { words: 'a bone for the dog', cost: 50 };

const gift = (offer: Offer) => ({ gesture: 'offer' as const, ...offer });

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

  const small = every(7, { times: 20, until: daysAgo(40), amount: 240 });

  it('is too little for small baskets, who get a card instead', () => {
    expect(suggestionFor({ visits: small })).toMatchObject({
      gesture: 'card',
      advice: null,
      worth: { limit: 312 },
      fit: { of: 1, fitting: 0, isBest: true },
    });
  });

  it('decides which of several offers somebody gets: the most generous in proportion', () => {
    const offers = { offers: [ham, pie, bone] } as const;
    expect(suggestionFor({ visits: weekly }, offers)).toMatchObject({
      ...gift(ham),
      fit: { of: 3, fitting: 3, isBest: true },
    });
    expect(suggestionFor({ visits: small }, offers)).toMatchObject({
      ...gift(pie),
      worth: { limit: 312 },
      fit: { of: 3, fitting: 2, isBest: true },
    });
  });

  it('is the usual offer, the first of the list, where nobody knows what they spend', () => {
    const visits = every(7, { times: 20, until: daysAgo(40) });
    expect(suggestionFor({ visits }, { offers: [pie, ham, bone] })).toMatchObject({
      ...gift(pie),
      worth: null,
      fit: { of: 3, fitting: 2, isBest: true },
    });
  });

  it('falls to a cheaper offer, then to a card, where the money does not reach', () => {
    const offers = { offers: [ham, pie], reservedPlace: false } as const;
    const givenWith = (budgetMoney: number) => {
      const [found] = listOf([{ name: 'Ada', visits: weekly }], { ...offers, budgetMoney });
      return [found?.words, found?.cost, found?.fit?.isBest];
    };
    expect([900, 899, 299, 119].map(givenWith)).toEqual([
      ['half a ham', 900, true],
      ['a pie', 300, false],
      ['', 120, false],
      [undefined, undefined, undefined],
    ]);
  });

  it('counts the long gaps of somebody who comes in spells', () => {
    // Every other day three times, and then not for a fortnight: 68 days a year by 26 gaps.
    const spells = Array.from({ length: 20 }, (_, spell) => 17 * (19 - spell) + 25);
    const agos = spells.flatMap((ago) => [ago + 4, ago + 2, ago]);
    const found = suggestionFor({ visits: on(agos.map(daysAgo), { amount: 2000 }) });
    expect(found?.worth?.visitsAYear).toBe(68);
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

function suggestionFor(
  person: Person,
  settings: Partial<SettingsValues> = {},
): Suggestion | undefined {
  return listOf([{ name: 'Mrs Khan', ...person }], settings)[0];
}

function listOf(
  shop: readonly CustomerSpec[],
  settings: Partial<SettingsValues> = {},
): readonly Suggestion[] {
  const histories = historiesOf([...longAgo, ...shop.map(personWith)]);
  return suggest({ histories, settings: settingsWith(settings), today }).suggestions;
}
