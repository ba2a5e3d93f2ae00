import { useRef } from 'preact/hooks';
import { weekItemsOf, type WeekItem } from '#app/week-items.ts';
import type { WeekPlan } from '#app/week-plan.ts';
import type { Suggestion, WeekSuggestions } from '#domain/suggestion.ts';

export interface WeekItems {
  readonly items: readonly WeekItem[];
  /** Keeps this suggestion on the list until the engine has thought again: its person was just put back. */
  readonly keep: (key: string) => void;
}

/** The places of the week's list, which stay where they are while suggestions are decided and put back. */
export function useWeekItems(list: WeekSuggestions, plan: WeekPlan): WeekItems {
  const before = useRef<readonly string[]>([]);
  const seen = useRef(new Map<string, Suggestion>());
  const kept = useRef<{ readonly key: string; readonly list: WeekSuggestions } | null>(null);
  const back = kept.current?.list === list ? seen.current.get(kept.current.key) : undefined;
  const putBack = back === undefined ? [] : [back];
  const items = weekItemsOf({ list, plan, putBack, before: before.current });
  before.current = items.map((item) => item.key);
  for (const item of items) {
    if (item.kind === 'open') seen.current.set(item.key, item.suggestion);
  }
  return {
    items,
    keep(key) {
      kept.current = { key, list };
    },
  };
}
