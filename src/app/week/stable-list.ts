// The week's list as it stands on the page: it holds still. A row that is being read, or that a
// finger is on the way to, changes only by what is decided on the page; what visits have changed
// meanwhile is shown when it is asked for.

import { answersFeedback, type Reason } from '#domain/week/reason.ts';
import type { ExclusionRule, Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import type { GestureWithCustomer } from './gesture-with-customer.ts';
import type { WeekPlan } from './week-plan.ts';

/** One row of the list. `key` stays the same from open to skipped and back. */
export type WeekItem =
  | { readonly kind: 'open'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'skipped'; readonly key: string; readonly skipped: GestureWithCustomer };

export interface WeekListSource {
  readonly list: WeekSuggestions;
  readonly plan: Pick<WeekPlan, 'decided' | 'skipped'>;
}

export interface StableList {
  readonly items: readonly WeekItem[];
  /** Every key that has stood here, in order: whoever left may come back to the same place. */
  readonly order: readonly string[];
  readonly seen: ReadonlyMap<string, Suggestion>;
  /** A row that stays as it is until both the decision and the new list are known. */
  readonly pinned: (WeekListSource & { readonly key: string }) | null;
}

export const emptyList: StableList = { items: [], order: [], seen: new Map(), pinned: null };

/** The rows for `source`: who stood there stays there; new answers lead, other news come last. */
export function stableList(previous: StableList, source: WeekListSource): StableList {
  const items = itemsIn(previous, source);
  const open = items.filter((item) => item.kind === 'open');
  return {
    items,
    order: orderWith(previous.order, items),
    seen: new Map([
      ...previous.seen,
      ...open.map(({ key, suggestion }) => [key, suggestion] as const),
    ]),
    pinned: previous.pinned,
  };
}

/**
 * The list to show when `latest` was computed while `shown` was looked at. Who is on it keeps place
 * and words, unless a decision, the budget or the owner took them off; who is new comes last.
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

/** Whether `latest` has other rows than `shown`. Their order does not count. */
export function hasChanges(shown: WeekSuggestions, latest: WeekSuggestions): boolean {
  if (shown.suggestions.length !== latest.suggestions.length) return true;
  const rows = new Set(shown.suggestions.map(rowText));
  return latest.suggestions.some((each) => !rows.has(rowText(each)));
}

export function isDecided(suggestion: Suggestion, { decided }: Pick<WeekPlan, 'decided'>): boolean {
  return decided.some((each) => keyOfGesture(each) === keyOfSuggestion(suggestion));
}

/** Includes whether it is an answer or a gift: both may be due to one customer in a week. */
export function keyOfSuggestion({ customerId, reasons }: Suggestion): string {
  return keyOf(customerId, reasons);
}

/** The same key for the gesture that the suggestion became. */
export function keyOfGesture({ customerId, gesture }: GestureWithCustomer): string {
  return keyOf(customerId, gesture.reasons);
}

/** Rules that begin or cease to hold by visits alone. */
const byVisits: ReadonlySet<ExclusionRule | undefined> = new Set<ExclusionRule>([
  'nothing-stands-out',
  'too-few-facts',
  'only-for-offers',
  'came-once',
  'long-gone',
]);

function itemsIn(previous: StableList, { list, plan }: WeekListSource): readonly WeekItem[] {
  const decided = new Set(plan.decided.map(keyOfGesture));
  const open = new Map<string, WeekItem>();
  for (const suggestion of [...list.suggestions, ...pinnedIn(previous, { list, plan })]) {
    const key = keyOfSuggestion(suggestion);
    if (!decided.has(key)) open.set(key, { kind: 'open', key, suggestion });
  }
  const skipped = plan.skipped.map((each): WeekItem => {
    return { kind: 'skipped', key: keyOfGesture(each), skipped: each };
  });
  const ranks = new Map(previous.order.map((key, place) => [key, place]));
  const items = [...open.values(), ...skipped];
  return items.toSorted((a, b) => rankOf(a, ranks) - rankOf(b, ranks));
}

function pinnedIn({ pinned, seen }: StableList, now: WeekListSource): readonly Suggestion[] {
  if (pinned === null || (pinned.list !== now.list && pinned.plan !== now.plan)) return [];
  const suggestion = seen.get(pinned.key);
  return suggestion === undefined ? [] : [suggestion];
}

function orderWith(before: readonly string[], items: readonly WeekItem[]): readonly string[] {
  const shown = items.map(({ key }) => key);
  const known = new Set(before);
  const firstKnown = shown.findIndex((key) => known.has(key));
  const leading = firstKnown < 0 ? [] : shown.slice(0, firstKnown);
  const trailing = shown.slice(leading.length).filter((key) => !known.has(key));
  return [...leading, ...before, ...trailing];
}

function rankOf(item: WeekItem, ranks: ReadonlyMap<string, number>): number {
  const known = ranks.get(item.key);
  if (known !== undefined) return known;
  if (item.kind === 'skipped') return ranks.size + 1;
  return item.suggestion.place === 'answer' ? -1 : ranks.size;
}

function keyOf(customerId: string, reasons: readonly Reason[]): string {
  return `${reasons.some(answersFeedback) ? 'answer' : 'gift'}-${customerId}`;
}

function rowText({ customerId, name, gesture, cost, words, reasons }: Suggestion): string {
  return JSON.stringify([customerId, name, gesture, cost, words, reasons]);
}
