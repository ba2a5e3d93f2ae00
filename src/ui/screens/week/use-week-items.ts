import { useRef } from 'preact/hooks';
import { weekItemsOf, type WeekItem } from '#app/week/week-items.ts';
import type { WeekPlan } from '#app/week/week-plan.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';

export interface WeekItems {
  readonly items: readonly WeekItem[];
  /**
   * Keeps this place as it is until both the decision and the new list are known, in whatever order
   * they come.
   */
  readonly pin: (key: string) => void;
}

/**
 * The places of the week's list, which stay where they are while suggestions are decided and put
 * back.
 */
export function useWeekItems(list: WeekSuggestions, plan: WeekPlan): WeekItems {
  const order = useRef<readonly string[]>([]);
  const seen = useRef(new Map<string, Suggestion>());
  const pinned = useRef<Pinned | null>(null);
  const putBack = pinnedSuggestions(pinned.current, seen.current, { list, plan });
  const items = weekItemsOf({ list, plan, putBack, before: order.current });
  order.current = orderWith(
    order.current,
    items.map((item) => item.key),
  );
  for (const item of items) {
    if (item.kind === 'open') seen.current.set(item.key, item.suggestion);
  }
  return {
    items,
    pin(key) {
      pinned.current = { key, list, plan };
    },
  };
}

interface ListAndPlan {
  readonly list: WeekSuggestions;
  readonly plan: WeekPlan;
}

interface Pinned extends ListAndPlan {
  readonly key: string;
}

function pinnedSuggestions(
  pinned: Pinned | null,
  seen: ReadonlyMap<string, Suggestion>,
  now: ListAndPlan,
): readonly Suggestion[] {
  if (pinned === null || (pinned.list !== now.list && pinned.plan !== now.plan)) return [];
  const suggestion = seen.get(pinned.key);
  return suggestion === undefined ? [] : [suggestion];
}

// Whoever left keeps the place, for they may come back to it.
function orderWith(before: readonly string[], shown: readonly string[]): readonly string[] {
  const known = new Set(before);
  const firstKnown = shown.findIndex((key) => known.has(key));
  const isNew = (key: string): boolean => !known.has(key);
  const leading = firstKnown < 0 ? [] : shown.slice(0, firstKnown);
  return [...leading, ...before, ...shown.slice(leading.length).filter(isNew)];
}
