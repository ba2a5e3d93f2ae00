import { useEffect } from 'preact/hooks';
import { updateAmountCeiling } from '#app/counter/active-visit-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { nameVariantsOf } from '#domain/customers/name-variants.ts';
import { useRosterComplete } from '#ui/hooks/use-roster-complete.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

/** Prepares what no first tap needs: name variants for the search, and what a high amount is. */
export function useIdlePreparation(counterStore: CounterStore): void {
  const today = useToday();
  const isComplete = useRosterComplete();
  const { tileRanking } = counterStore;
  useEffect(() => void tileRanking.setNameVariants(nameVariantsOf), [tileRanking]);
  useEffect(
    () => (isComplete ? whenIdle(() => updateAmountCeiling(counterStore, today)) : undefined),
    [counterStore, today, isComplete],
  );
}
