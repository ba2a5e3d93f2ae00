import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '#domain/reason.ts';
import { isKnown } from '#domain/history.ts';
import { openDaysOf } from '#engine/open-days.ts';
import { personOf } from '#engine/person.ts';
import { shopOf } from '#engine/shop.ts';
import { suggest } from '#engine/suggest.ts';
import { addDays, daysBetween, weekdayOf, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { anyPerson, anyShop } from '../support/any-shop.ts';
import { daysAgo, historiesOf, personWith, settingsWith, thankedOn, today, type PersonInShop } from '../support/shop-with.ts';

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
        const { suggestions, exclusions, lookedAt } = suggest({ histories: historiesOf(shop), settings, today });
        const ids = [...suggestions, ...exclusions].map((each) => each.customerId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(lookedAt);
        for (const { history, id } of shop) if (isKnown(history)) expect(ids).toContain(id);
      }),
    );
  });

  it('gives at least two facts for each suggestion', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        for (const { reasons } of suggest({ histories: historiesOf(shop), settings, today }).suggestions) {
          expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length);
          expect(reasons.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('never suggests more money or pieces than the week still has', () => {
    const budgets = fc.record({ budgetMoney: fc.integer({ min: 0, max: 1500 }), budgetPieces: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(anyShop, budgets, (shop, budget) => {
        const week = suggest({ histories: historiesOf(shop), settings: settingsWith(budget), today });
        const cost = sumOf(week.suggestions.map((each) => each.cost));
        const pieces = week.suggestions.filter((each) => each.gesture !== 'word').length;
        expect(cost).toBeLessThanOrEqual(Math.max(0, budget.budgetMoney - week.promisedMoney));
        expect(pieces).toBeLessThanOrEqual(Math.max(0, budget.budgetPieces - week.promisedPieces));
      }),
    );
  });

  it('says only what a recount of the visits says too', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        for (const { customerId, reasons } of suggest({ histories: historiesOf(shop), settings, today }).suggestions) {
          const person = shop.find((each) => each.id === customerId);
          if (person === undefined) throw new Error('Somebody who is not in the shop');
          for (const reason of reasons) expectRecounted(reason, person, shop);
        }
      }),
    );
  });

  it('never puts anybody higher because something was done for them', () => {
    fc.assert(
      fc.property(anyPerson, fc.integer({ min: 0, max: 400 }), (person, ago) => {
        const thanked = withCard(person, daysAgo(ago));
        const before = suggest({ histories: [person.history], settings, today }).suggestions[0]?.score ?? -Infinity;
        const after = suggest({ histories: [thanked.history], settings, today }).suggestions[0]?.score ?? -Infinity;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never calls anybody less late after a longer absence', () => {
    fc.assert(
      fc.property(anyPerson, fc.integer({ min: 0, max: 200 }), ({ history }, longer) => {
        expect(lateOn(addDays(today, longer), history)).toBeGreaterThanOrEqual(lateOn(today, history));
      }),
    );
  });
});

function lateOn(day: Day, history: PersonInShop['history']): number {
  const shop = shopOf({ histories: [history], calendar: settings, rules: settings.kindRules, today });
  const clock = openDaysOf({ histories: [history], calendar: settings, today: day });
  return personOf(history, { ...shop, clock, features: new Map() }, settings.kindRules).late ?? 0;
}

function withCard(person: PersonInShop, givenOn: Day): PersonInShop {
  const { id, name, birthday, local, passingThrough, suggestNothing, sentBy } = person.customer;
  return personWith({
    id,
    name,
    birthday,
    local,
    passingThrough,
    suggestNothing,
    sentBy,
    visits: person.visits,
    moments: person.moments,
    gestures: [...person.gestures, thankedOn(givenOn)],
  });
}

// A slow recount, straight from the rows.
function expectRecounted(reason: Reason, person: PersonInShop, shop: readonly PersonInShop[]): void {
  const days = visitDaysOf(person);
  const bought = person.visits.filter((visit) => visit.kind === 'bought');
  const within = (weeks: number) => days.filter((day) => daysBetween(day, today) < weeks * 7).length;
  switch (reason.code) {
    case 'own-rhythm': {
      const gaps = gapsOf(days).slice(-6);
      expect(reason.of).toBe(gaps.length);
      expect(reason.within).toBe(gaps.filter((gap) => gap >= reason.low && gap <= reason.high).length);
      return;
    }
    case 'usual-weekday':
      expect(reason.times).toBe(days.slice(-reason.of).filter((day) => weekdayOf(day) === reason.weekday).length);
      return;
    case 'overdue':
      expect(reason.last).toBe(days.at(-1));
      expect(reason.silentDays).toBe(daysBetween(reason.last, today));
      return;
    case 'coming-more':
      expect(reason.recentVisits).toBe(within(reason.recentWeeks));
      return;
    case 'visits-this-year':
      expect(reason.visitDays).toBe(within(reason.weeks));
      return;
    case 'new-here':
    case 'together':
      expect(reason).toMatchObject({ first: days[0], visitDays: days.length });
      return;
    case 'milestone':
      expect(reason.day).toBe(days[reason.visitDays - 1]);
      return;
    case 'mostly-reduced':
      expect([reason.reduced, reason.of]).toEqual([bought.filter((visit) => visit.reduced).length, bought.length]);
      return;
    case 'quick-and-easy':
      expect([reason.marked, reason.of]).toEqual([bought.filter((visit) => visit.marks.includes('easy')).length, bought.length]);
      return;
    case 'complaint-open':
      expect(reason.visitsSince).toBe(days.filter((day) => day > reason.day).length);
      return;
    case 'sent-people':
      expect(reason.theirVisits).toBe(
        sumOf(shop.filter((other) => reason.people.includes(other.id)).map((other) => visitDaysOf(other).length)),
      );
      return;
    case 'big-baskets':
      expect(reason.yearlySum).toBe(
        sumOf(bought.filter((visit) => daysBetween(visit.day, today) < 364).map((visit) => visit.amount ?? 0)),
      );
      return;
    default:
      expect(reason.code).not.toBe('');
  }
}

function visitDaysOf({ visits }: PersonInShop): readonly Day[] {
  return [...new Set(visits.filter((visit) => visit.kind === 'bought').map((visit) => visit.day))].toSorted();
}

function gapsOf(days: readonly Day[]): readonly number[] {
  return days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
}
