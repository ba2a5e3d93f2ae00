import { useObservable } from './use-observable.ts';
import { useShop } from './use-shop.ts';

/** Whether all customers were read; only the Counter of a large shop stands before that. */
export function useRosterComplete(): boolean {
  const { roster } = useShop();
  return useObservable(roster, () => roster.isComplete());
}
