import { useEffect } from 'preact/hooks';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { nameVariantsOf } from '#domain/customers/name-variants.ts';

/** Has the desk find a Bill as William, and the other way round. */
export function useNameVariants({ tileRanking }: CounterStore): void {
  useEffect(() => void tileRanking.setNameVariants(nameVariantsOf), [tileRanking]);
}
