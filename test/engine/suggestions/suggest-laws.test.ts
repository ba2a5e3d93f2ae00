import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown } from '#domain/visits/history.ts';
import { businessClockOf } from '#engine/profile/business-clock.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { defaultSuggestParams } from '#engine/suggestions/params.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { addDays, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { anyPerson, anyShop } from '../../support/shops/any-shop.ts';
import {
  daysAgo,
  historiesOf,
  personWith,
  settingsWith,
  thankedOn,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const settings = settingsWith();

describe('the list of a week, in any shop', () => {
  it('does not depend on the order in which histories are read', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const forwards = suggest({ histories: historiesOf(shop), settings, today });
        const backwards = suggest({ histories: historiesOf(shop.toReversed()), settings, today });
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('has everybody the shop knows exactly once: on the list, or left out by a rule', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const { suggestions, exclusions, considered } = suggest({
          histories: historiesOf(shop),
          settings,
          today,
        });
        const ids = [...suggestions, ...exclusions].map((each) => each.customerId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(considered);
        for (const { history, id, customer } of shop)
          if (isKnown(history) && customer.diedOn === null) expect(ids).toContain(id);
      }),
    );
  });

  it('has nobody on it who is under sixteen, and nobody anywhere in it who died', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const { suggestions, heldOut, exclusions } = suggest({
          histories: historiesOf(shop),
          settings,
          today,
          holdOutShopId: 'a shop',
        });
        const listed = idsOf([...suggestions, ...heldOut]);
        const excluded = idsOf(exclusions);
        for (const { id, customer } of shop) {
          if (customer.young || customer.diedOn !== null) expect(listed).not.toContain(id);
          if (customer.diedOn !== null) expect(excluded).not.toContain(id);
        }
      }),
    );
  });

  it('gives at least two facts for each suggestion', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        for (const { reasons } of suggest({ histories: historiesOf(shop), settings, today })
          .suggestions) {
          expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length);
          expect(reasons.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('never suggests more money or pieces than the week still has', () => {
    const budgets = fc.record({
      budgetMoney: fc.integer({ min: 0, max: 1500 }),
      budgetPieces: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(anyShop, budgets, (shop, budget) => {
        const week = suggest({
          histories: historiesOf(shop),
          settings: settingsWith(budget),
          today,
        });
        const cost = sumOf(week.suggestions.map((each) => each.cost));
        const pieces = week.suggestions.filter((each) => each.gesture !== 'word').length;
        expect(cost).toBeLessThanOrEqual(Math.max(0, budget.budgetMoney - week.committedMoney));
        expect(pieces).toBeLessThanOrEqual(Math.max(0, budget.budgetPieces - week.committedPieces));
      }),
    );
  });

  it('never puts anybody higher because something was done for them', () => {
    fc.assert(
      fc.property(anyPerson, fc.integer({ min: 0, max: 400 }), (person, ago) => {
        const thanked = withCard(person, daysAgo(ago));
        const before =
          suggest({ histories: [person.history], settings, today }).suggestions[0]?.score ??
          -Infinity;
        const after =
          suggest({ histories: [thanked.history], settings, today }).suggestions[0]?.score ??
          -Infinity;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('takes nothing from the first with a trigger for those who come after with the same', () => {
    fc.assert(
      fc.property(anyPerson, ({ history }) => {
        const scoreWith = (repeatPenalty: number) =>
          suggest({
            histories: [history],
            settings,
            today,
            params: { ...defaultSuggestParams, repeatPenalty },
          }).suggestions[0]?.score;
        expect(scoreWith(6)).toBe(scoreWith(0));
      }),
    );
  });

  it('never calls anybody less late after a longer absence', () => {
    fc.assert(
      fc.property(anyPerson, fc.integer({ min: 0, max: 200 }), ({ history }, longer) => {
        expect(lateOn(addDays(today, longer), history)).toBeGreaterThanOrEqual(
          lateOn(today, history),
        );
      }),
    );
  });
});

function lateOn(day: Day, history: PersonInShop['history']): number {
  const shop = cohortOf({
    histories: [history],
    calendar: settings,
    rules: settings.kindRules,
    today,
  });
  const clock = businessClockOf({ histories: [history], calendar: settings, today: day });
  return (
    profileOf(history, { ...shop, clock, features: new Map() }, settings.kindRules).latenessRatio ??
    0
  );
}

function withCard(person: PersonInShop, givenOn: Day): PersonInShop {
  const { id, name, birthday, local, passingThrough, suggestNothing, sentBy, young, diedOn } =
    person.customer;
  return personWith({
    id,
    name,
    birthday,
    local,
    passingThrough,
    suggestNothing,
    sentBy,
    young,
    diedOn,
    visits: person.visits,
    moments: person.moments,
    gestures: [...person.gestures, thankedOn(givenOn)],
  });
}

function idsOf(
  people: readonly { readonly customerId: PersonInShop['id'] }[],
): readonly PersonInShop['id'][] {
  return people.map(({ customerId }) => customerId);
}
