// The rows of the week's list on the page: open suggestions and skipped ones, in positions that do
// not move under a finger.

import { answersFeedback, type Reason } from '#domain/week/reason.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import type { GestureWithCustomer } from './gesture-with-customer.ts';
import type { WeekPlan } from './week-plan.ts';

/** One row of the list. `key` stays the same from open to skipped and back. */
export type WeekItem =
  | { readonly kind: 'open'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'skipped'; readonly key: string; readonly skipped: GestureWithCustomer };

export interface WeekItemsSource {
  readonly list: WeekSuggestions;
  readonly plan: Pick<WeekPlan, 'decided' | 'skipped'>;
  /** Suggestions whose skip was undone and that are not computed again yet. */
  readonly putBack: readonly Suggestion[];
  /** The keys of the last drawing, in their order. */
  readonly before: readonly string[];
}

/** The rows: those shown before keep their order; new answers come first, other new ones last. */
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

/** Whether a suggestion was accepted or skipped this week. */
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

function keyOf(customerId: string, reasons: readonly Reason[]): string {
  return `${reasons.some(answersFeedback) ? 'answer' : 'gift'}-${customerId}`;
}

function rankOf(item: WeekItem, ranks: ReadonlyMap<string, number>): number {
  const known = ranks.get(item.key);
  if (known !== undefined) return known;
  if (item.kind === 'skipped') return ranks.size + 1;
  return item.suggestion.place === 'answer' ? -1 : ranks.size;
}
