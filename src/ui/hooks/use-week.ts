import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';

/** Filled by the shell, which opens the board with the shop and tells it the day. */
export const WeekStoreContext = createContext<WeekStore | null>(null);

export interface ThisWeek {
  /** Undefined until the first list is thought out. */
  readonly list: WeekSuggestions | undefined;
  /** Asks for a new list at once, as after a decision. */
  readonly refresh: () => void;
}

/** This week's list as it stands, followed as it changes. */
export function useWeek(): ThisWeek {
  const store = useContext(WeekStoreContext);
  if (store === null) throw new Error('No week board is open');
  const [list, setList] = useState(store.list());
  useEffect(() => {
    setList(store.list());
    return store.subscribe(() => setList(store.list()));
  }, [store]);
  return { list, refresh: store.refresh };
}
