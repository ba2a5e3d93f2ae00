// The list of the week as it stands on the page: suggestions still open, and those passed over, in
// places that do not move under a finger.

import { answersFeedback, type Reason } from '#domain/week/reason.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import type { GestureWithCustomer } from './gesture-with-customer.ts';
import type { WeekPlan } from './week-plan.ts';

/** One place of the list. `key` stays the same from suggestion to passed over and back. */
export type WeekItem =
  | { readonly kind: 'open'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'skipped'; readonly key: string; readonly skipped: GestureWithCustomer };

/** Everything the list is made of. */
export interface WeekItemsSource {
  readonly list: WeekSuggestions;
  readonly plan: Pick<WeekPlan, 'decided' | 'skipped'>;
  /** Suggestions that were put back and that the engine has not thought of again yet. */
  readonly putBack: readonly Suggestion[];
  /** The keys as they stood a moment ago, in their order. */
  readonly before: readonly string[];
}

/**
 * The places of the list: who stood there stays there; answers that are new lead, other news come
 * last.
 */
export function weekItemsOf({ list, plan, putBack, before }: WeekItemsSource): readonly WeekItem[] {
  const decided = new Set(plan.decided.map(keyOfGesture));
  const open = new Map<string, WeekItem>();
  for (const suggestion of [...list.suggestions, ...putBack]) {
    const key = keyOfSuggestion(suggestion);
    if (!decided.has(key)) open.set(key, { kind: 'open', key, suggestion });
  }
  const skipped = plan.skipped.map((each): WeekItem => {
    return { kind: 'skipped', key: keyOfGesture(each), skipped: each };
  });
  const ranks = new Map(before.map((key, place) => [key, place]));
  const items = [...open.values(), ...skipped];
  return items.toSorted((a, b) => rankOf(a, ranks) - rankOf(b, ranks));
}

/** Whether a suggestion was decided this week: a yes or a skip. */
export function isDecided(suggestion: Suggestion, { decided }: Pick<WeekPlan, 'decided'>): boolean {
  return decided.some((each) => keyOfGesture(each) === keyOfSuggestion(suggestion));
}

/**
 * What tells one suggestion of a person from another: an answer and a gift may both be due in a
 * week.
 */
export function keyOfSuggestion({ customerId, reasons }: Suggestion): string {
  return keyOf(customerId, reasons);
}

/** The same for what became of it. */
export function keyOfGesture({ customerId, gesture }: GestureWithCustomer): string {
  return keyOf(customerId, gesture.reasons);
}

function keyOf(customerId: string, reasons: readonly Reason[]): string {
  return `${reasons.some(answersFeedback) ? 'answer' : 'gift'}-${customerId}`;
}

function rankOf(item: WeekItem, ranks: ReadonlyMap<string, number>): number {
  const known = ranks.get(item.key);
  if (known !== undefined) return known;
  if (item.kind === 'skipped') return ranks.size + 1;
  return item.suggestion.place === 'answer' ? -1 : ranks.size;
}
