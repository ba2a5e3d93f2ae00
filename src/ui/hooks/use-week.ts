import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { useObservable } from './use-observable.ts';

/** Filled by the shell, which opens the store with the shop and sets its day. */
export const WeekStoreContext = createContext<WeekStore | null>(null);

export interface ThisWeek {
  /** Undefined until the first list is computed. */
  readonly list: WeekSuggestions | undefined;
  /** Asks for a new list at once, as after a decision. */
  readonly refresh: () => void;
}

/** This week's list, drawn again as it changes. */
export function useWeek(): ThisWeek {
  const store = useContext(WeekStoreContext);
  if (store === null) throw new Error('No week store is open');
  const list = useObservable(store, () => store.list());
  return { list, refresh: () => store.refresh() };
}
