import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { GestureEffect, GestureEffects } from '#engine/experiments/effects.ts';
import { isHeldOut } from '#engine/suggestions/hold-out.ts';
import { defaultSuggestParams } from '#engine/suggestions/params.ts';
import type { ReasonGroup } from '#engine/experiments/reason-groups.ts';
import { suggest, type SuggestSource } from '#engine/suggestions/suggest.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import { anyShop } from '../../support/shops/any-shop.ts';
import {
  customerId,
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

describe('what was learned of a reason', () => {
  const shop = [
    personWith({ name: 'Slip', visits: every(7, { times: 30, until: daysAgo(30) }) }),
    personWith({ name: 'Sender', visits: every(12, { times: 8, until: daysAgo(2) }) }),
    personWith({ name: 'Sent', sentBy: customerId('Sender'), visits: on([daysAgo(30)]) }),
  ];
  const onePlace = settingsWith({ budgetPieces: 1, reservedPlace: false });

  it('may give the one place to a reason that helps more', () => {
    const helped = effectsWith({ 'sent-people': 0.05, slipping: 0.5 });
    expect(namesOf(shop, { settings: onePlace })).toEqual(['Sender']);
    expect(namesOf(shop, { settings: onePlace, effects: helped })).toEqual(['Slip']);
  });

  it('never takes from thanks that are owed', () => {
    const useless = effectsWith({ 'sent-people': -0.2, slipping: 0.05 });
    expect(namesOf(shop, { settings: onePlace, effects: useless })).toEqual(['Sender']);
  });

  it('is said from thirty gestures on, with the counts', () => {
    const effects = effectsWith({ 'sent-people': 0.1 });
    const [first] = suggest({
      histories: historiesOf(shop),
      settings: onePlace,
      today,
      effects,
    }).suggestions;
    expect(first?.learned).toEqual({ given: 31, cameBack: 9, compared: 30, comparedBack: 5 });
  });
});

describe('what somebody spends', () => {
  it('tells two alike apart, and never passes a stronger reason', () => {
    const like = (name: string, amount: number) =>
      personWith({ name, visits: every(7, { times: 20, until: daysAgo(2), amount }) });
    const shop = [
      like('A small', 300),
      like('B big', 30_000),
      ...Array.from({ length: 8 }, (_, index) => like(`Other ${index}`, 1000 + index)),
      personWith({
        name: 'Z sender',
        visits: every(12, { times: 8, until: daysAgo(2), amount: 200 }),
      }),
      personWith({ name: 'Z sent', sentBy: customerId('Z sender'), visits: on([daysAgo(90)]) }),
    ];
    const settings = settingsWith({ budgetPieces: 2, reservedPlace: false });
    const fittedModel = fitModel({ histories: historiesOf(shop), calendar: settings, today });
    expect(namesOf(shop, { settings, fittedModel })).toEqual(['Z sender', 'B big']);
    expect(namesOf(shop, { settings: { ...settings, budgetPieces: 1 }, fittedModel })).toEqual([
      'Z sender',
    ]);
  });

  it('weighs less than half the distance between any two reasons', () => {
    const needs = Object.values(defaultSuggestParams.need).toSorted((a, b) => a - b);
    const distances = needs.slice(1).map((need, index) => need - (needs[index] ?? 0));
    expect(2 * defaultSuggestParams.spendPoints).toBeLessThan(Math.min(...distances));
  });
});

describe('the hold-out', () => {
  const everybody = { ...defaultSuggestParams, holdOutShare: 1 };
  const shop = [
    personWith({
      name: 'Ruth',
      visits: every(7, { times: 8, until: daysAgo(2) }),
      moments: [{ kind: 'complaint', day: daysAgo(6), text: 'Dry.' }],
    }),
    personWith({
      name: 'Jo',
      birthday: '06-24',
      visits: every(21, { times: 9, until: daysAgo(10) }),
      gestures: [{ kind: 'card', plannedOn: daysAgo(90), handedOverOn: daysAgo(90) }],
    }),
    personWith({ name: 'New', visits: on([daysAgo(14), daysAgo(2)]) }),
    personWith({ name: 'Okoro', visits: every(7, { times: 30, until: daysAgo(35) }) }),
  ];

  it('draws nobody until the owner asks for it', () => {
    expect(
      suggest({ histories: historiesOf(shop), settings: settingsWith(), today }).heldOut,
    ).toEqual([]);
  });

  it('may take anybody but an answer, a birthday and the reserved place', () => {
    const week = suggest({
      histories: historiesOf([...longAgo, ...shop]),
      settings: settingsWith(),
      today,
      holdOutShopId: 'shop',
      params: everybody,
    });
    expect(week.suggestions.map((each) => each.name)).toEqual(['Ruth', 'Jo', 'New']);
    expect(week.heldOut.map((each) => each.name)).toEqual(['Okoro']);
    expect(week.exclusions.filter(({ rule }) => rule !== 'owner-said-no')).toEqual([]);
  });

  it('takes from the list and gives to nobody else', () => {
    fc.assert(
      fc.property(anyShop, fc.stringMatching(/^[a-z]{4}$/), (people, holdOutShopId) => {
        const source = { histories: historiesOf(people), settings: settingsWith(), today };
        const without = suggest(source);
        const withLot = suggest({ ...source, holdOutShopId });
        const ids = (list: WeekSuggestions) =>
          [...list.suggestions, ...list.heldOut].map((each) => each.customerId).toSorted();
        expect(ids(withLot)).toEqual(ids(without));
        expect(withLot.exclusions).toEqual(without.exclusions);
        expect(suggest({ ...source, holdOutShopId })).toEqual(withLot);
      }),
      { numRuns: 50 },
    );
  });

  it('draws about fifteen in a hundred, others in other weeks', () => {
    const turns = Array.from({ length: 4000 }, (_, index) => customerId(`Person ${index}`));
    const share = (shopId: string) =>
      turns.filter((id) => isHeldOut({ shopId, week: today, customerId: id }, 0.15)).length / 4000;
    for (const shopId of ['a', 'b', 'c']) {
      expect(share(shopId)).toBeGreaterThan(0.13);
      expect(share(shopId)).toBeLessThan(0.17);
    }
  });
});

function namesOf(
  shop: readonly PersonInShop[],
  source: Omit<SuggestSource, 'histories' | 'today'>,
): readonly string[] {
  const week = suggest({ histories: historiesOf(shop), today, ...source });
  return week.suggestions.map((each) => each.name);
}

function effectsWith(uplifts: Readonly<Partial<Record<ReasonGroup, number>>>): GestureEffects {
  const effect = (uplift: number): GestureEffect => ({
    given: 31,
    cameBack: 9,
    compared: 30,
    comparedBack: 5,
    heldOut: 0,
    heldOutBack: 0,
    uplift,
    low: uplift - 0.05,
    high: uplift + 0.05,
    probability: 0.5,
    hasEnoughData: true,
  });
  const groups: readonly ReasonGroup[] = ['sent-people', 'slipping'];
  return {
    all: effect(0.05),
    byReason: new Map(groups.map((group) => [group, effect(uplifts[group] ?? 0.05)])),
    untried: 0.05,
  };
}
