import { useEffect } from 'preact/hooks';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { updateAmountCeiling } from '#app/counter/active-visit-view.ts';
import type { Day } from '#lib/day.ts';
import { useRosterComplete } from '#ui/hooks/use-roster-complete.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

/** Has the desk know, from an idle moment on, which amounts are great in this shop. */
export function useShopAmounts(counterStore: CounterStore, today: Day): void {
  const isWhole = useRosterComplete();
  useEffect(
    () => (isWhole ? whenIdle(() => updateAmountCeiling(counterStore, today)) : undefined),
    [counterStore, today, isWhole],
  );
}
