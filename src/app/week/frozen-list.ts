// The week's list while somebody looks at it: it holds still. A row that is being read, or that a finger is on the way to, changes only by what
// is decided on the page; what visits have changed meanwhile is shown when it is asked for.

import type { ExclusionRule, Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';

/**
 * The list to show after `fresh` was thought out while `shown` was looked at. Who stands on the list keeps the place and the words, unless a
 * decision, the budget or the owner's word took them off; who is new comes last.
 */
export function heldWeek(shown: WeekSuggestions, fresh: WeekSuggestions): WeekSuggestions {
  if (shown.week !== fresh.week) return fresh;
  const rules = new Map(fresh.exclusions.map(({ customerId, rule }) => [customerId, rule]));
  const again = new Set(fresh.suggestions.map(({ customerId }) => customerId));
  const kept = shown.suggestions.filter(
    ({ customerId }) => again.has(customerId) || byVisits.has(rules.get(customerId)),
  );
  const known = new Set(kept.map(({ customerId }) => customerId));
  return {
    ...fresh,
    suggestions: [...kept, ...fresh.suggestions.filter((each) => !known.has(each.customerId))],
    exclusions: fresh.exclusions.filter((each) => !known.has(each.customerId)),
  };
}

/** Whether looking again would show something else than is shown. The order of the rows is no news. */
export function hasNews(shown: WeekSuggestions, fresh: WeekSuggestions): boolean {
  if (shown.suggestions.length !== fresh.suggestions.length) return true;
  const rows = new Set(shown.suggestions.map(rowOf));
  return fresh.suggestions.some((each) => !rows.has(rowOf(each)));
}

/** Rules that begin or cease to hold by visits alone. */
const byVisits: ReadonlySet<ExclusionRule | undefined> = new Set<ExclusionRule>([
  'nothing-stands-out',
  'too-few-facts',
  'only-for-offers',
  'came-once',
  'long-gone',
]);

function rowOf({ customerId, name, gesture, cost, words, reasons }: Suggestion): string {
  return JSON.stringify([customerId, name, gesture, cost, words, reasons]);
}
