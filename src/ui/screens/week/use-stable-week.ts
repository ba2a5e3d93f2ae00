import { useEffect, useRef } from 'preact/hooks';
import {
  emptyList,
  hasChanges,
  mergeFrozen,
  stableList,
  type WeekItem,
} from '#app/week/stable-list.ts';
import type { WeekPlan } from '#app/week/week-plan.ts';
import type { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';

export interface StableWeek {
  /** Undefined until the first list is computed. */
  readonly list: WeekSuggestions | undefined;
  /** Whether visits have changed the list since it was shown. */
  readonly isStale: boolean;
  readonly showLatest: () => void;
  /** Asks for a new list at once, as after a decision. */
  readonly refresh: () => void;
}

/** This week's list, frozen while it is looked at. Coming back to it shows the newest. */
export function useStableWeek(store: WeekStore): StableWeek {
  const list = useObservable(store, () => store.list());
  const latest = useObservable(store, () => store.latest());
  useEffect(() => {
    let unfreeze = document.hidden ? null : store.freeze(mergeFrozen);
    function onVisibility(): void {
      unfreeze?.();
      unfreeze = document.hidden ? null : store.freeze(mergeFrozen);
    }
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      unfreeze?.();
    };
  }, [store]);
  return {
    list,
    isStale:
      list !== undefined && latest !== undefined && list !== latest && hasChanges(list, latest),
    showLatest: () => store.showLatest(),
    refresh: () => store.refresh(),
  };
}

export interface StableItems {
  readonly items: readonly WeekItem[];
  /** Keeps this row until both the decision and the new list are known, in whatever order. */
  readonly pin: (key: string) => void;
}

/** The rows of the week's list, which do not move while suggestions are decided and put back. */
export function useStableItems(list: WeekSuggestions, plan: WeekPlan): StableItems {
  const rows = useRef(emptyList);
  rows.current = stableList(rows.current, { list, plan });
  return {
    items: rows.current.items,
    pin(key) {
      rows.current = { ...rows.current, pinned: { key, list, plan } };
    },
  };
}
