import { useContext, useEffect, useState } from 'preact/hooks';
import { hasChanges, mergeFrozen } from '#app/week/frozen-list.ts';
import type { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { WeekStoreContext } from '#ui/hooks/use-week.ts';

export interface FrozenWeek {
  /** Undefined until the first list is thought out. */
  readonly list: WeekSuggestions | undefined;
  /** Whether visits have changed the list since it is held. */
  readonly isStale: boolean;
  readonly showLatest: () => void;
  /** Asks for a new list at once, as after a decision. */
  readonly refresh: () => void;
}

/**
 * This week's list, holding still for as long as it is looked at. Coming back to it, from another
 * place or another app, shows the newest.
 */
export function useFrozenWeek(): FrozenWeek {
  const store = useWeekStoreContext();
  const [{ list, fresh }, setLists] = useState({ list: store.list(), fresh: store.latest() });
  useEffect(() => {
    const follow = (): void => setLists({ list: store.list(), fresh: store.latest() });
    follow();
    return store.subscribe(follow);
  }, [store]);
  useEffect(() => {
    let unfreeze = document.hidden ? null : store.freeze(mergeFrozen);
    function turn(): void {
      unfreeze?.();
      unfreeze = document.hidden ? null : store.freeze(mergeFrozen);
    }
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      unfreeze?.();
    };
  }, [store]);
  return {
    list,
    isStale: list !== undefined && fresh !== undefined && list !== fresh && hasChanges(list, fresh),
    showLatest: () => store.showLatest(),
    refresh: () => store.refresh(),
  };
}

function useWeekStoreContext(): WeekStore {
  const store = useContext(WeekStoreContext);
  if (store === null) throw new Error('No week board is open');
  return store;
}
