import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { Emitter } from '#lib/observable.ts';
import { useObservable } from './use-observable.ts';

/** Filled by the shell, which opens the store with the shop and sets its day; null before that. */
export const WeekStoreContext = createContext<WeekStore | null>(null);

/** This week's list, drawn again as it changes; undefined until the first is computed. */
export function useWeek(): WeekSuggestions | undefined {
  const store = useContext(WeekStoreContext);
  return useObservable(store ?? noStore, () => store?.list());
}

const noStore = new Emitter();
