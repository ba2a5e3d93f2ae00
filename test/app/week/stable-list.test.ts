import { describe, expect, it } from 'vitest';
import { hasChanges, mergeFrozen } from '#app/week/stable-list.ts';
import type { ExclusionRule, Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { addDays } from '#lib/day.ts';
import {
  daysAgo,
  every,
  historiesOf,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';

const steady = ['Abel', 'Bea', 'Cyril', 'Dora'].map((name, index) =>
  personWith({ name, visits: every(7, { times: 20, until: daysAgo(index + 1) }) }),
);
const shown = suggest({ histories: historiesOf(steady), settings: settingsWith(), today });

describe('the list while somebody looks at it', () => {
  it.each<[ExclusionRule, string]>([
    ['nothing-stands-out', 'stays'],
    ['too-few-facts', 'stays'],
    ['waiting', 'goes'],
    ['skipped', 'goes'],
    ['over-budget', 'goes'],
    ['places-full', 'goes'],
    ['owner-said-no', 'goes'],
  ])('keeps a row when visits took it away, not when a decision did: %s', (rule, what) => {
    const bea = named('Bea');
    const fresh = without(shown, 'Bea', rule);
    const names = mergeFrozen(shown, fresh).suggestions.map((each) => each.name);
    expect(names.includes('Bea')).toBe(what === 'stays');
    expect(mergeFrozen(shown, fresh).exclusions.some((each) => each.name === 'Bea')).toBe(
      what === 'goes',
    );
    expect(mergeFrozen(shown, fresh).suggestions.includes(bea)).toBe(what === 'stays');
    expect(hasChanges(mergeFrozen(shown, fresh), fresh)).toBe(what === 'stays');
  });

  it('keeps the words of a row, and puts who is new last', () => {
    const news = personWith({ name: 'Aaron', visits: every(7, { times: 30, until: daysAgo(1) }) });
    const fresh = suggest({
      histories: historiesOf([news, ...steady]),
      settings: settingsWith(),
      today,
    });
    const held = mergeFrozen(shown, fresh);
    expect(held.suggestions.slice(0, shown.suggestions.length)).toEqual(shown.suggestions);
    expect(held.suggestions.at(-1)?.name).toBe('Aaron');
    expect(hasChanges(shown, fresh)).toBe(true);
    expect(hasChanges(shown, shown)).toBe(false);
  });

  it('forgets whoever is not in the shop any more, and every row of last week', () => {
    const gone: WeekSuggestions = {
      ...shown,
      suggestions: shown.suggestions.filter((each) => each.name !== 'Bea'),
    };
    expect(mergeFrozen(shown, gone).suggestions).toEqual(gone.suggestions);
    const next = { ...gone, week: addDays(shown.week, 7) };
    expect(mergeFrozen(shown, next)).toBe(next);
  });
});

function named(name: string): Suggestion {
  const found = shown.suggestions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not on the list`);
  return found;
}

/** The list without one person, whom `rule` keeps off. Its facts do not matter here. */
function without(list: WeekSuggestions, name: string, rule: ExclusionRule): WeekSuggestions {
  const { customerId } = named(name);
  const facts = {
    since: today,
    skipped: today,
    skipWeeks: 4,
    cost: 120,
    left: 0,
    pieces: 8,
    thanked: today,
    restWeeks: 8,
    week: list.week,
    reduced: 0,
    of: 0,
    day: today,
    last: today,
    silentDays: 0,
  };
  return {
    ...list,
    suggestions: list.suggestions.filter((each) => each.name !== name),
    exclusions: [{ customerId, name, rule, ...facts }],
  };
}
