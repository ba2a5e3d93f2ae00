// The week's list while somebody looks at it: it holds still. A row that is being read, or that a
// finger is on the way to, changes only by what is decided on the page; what visits have changed
// meanwhile is shown when it is asked for.

import type { ExclusionRule, Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';

/**
 * The list to show after `latest` was thought out while `tileShare` was looked at. Who stands on
 * the list keeps the place and the words, unless a decision, the budget or the owner's word took
 * them off; who is new comes last.
 */
export function mergeFrozen(shown: WeekSuggestions, latest: WeekSuggestions): WeekSuggestions {
  if (shown.week !== latest.week) return latest;
  const rules = new Map(latest.exclusions.map(({ customerId, rule }) => [customerId, rule]));
  const again = new Set(latest.suggestions.map(({ customerId }) => customerId));
  const retained = shown.suggestions.filter(
    ({ customerId }) => again.has(customerId) || byVisits.has(rules.get(customerId)),
  );
  const known = new Set(retained.map(({ customerId }) => customerId));
  return {
    ...latest,
    suggestions: [...retained, ...latest.suggestions.filter((each) => !known.has(each.customerId))],
    exclusions: latest.exclusions.filter((each) => !known.has(each.customerId)),
  };
}

/**
 * Whether looking again would show something else than is shown. The order of the rows is no news.
 */
export function hasChanges(shown: WeekSuggestions, latest: WeekSuggestions): boolean {
  if (shown.suggestions.length !== latest.suggestions.length) return true;
  const rows = new Set(shown.suggestions.map(rowOf));
  return latest.suggestions.some((each) => !rows.has(rowOf(each)));
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
