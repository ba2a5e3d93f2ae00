import { useEffect } from 'preact/hooks';
import type { Desk } from '#app/counter/counter-store.ts';
import { learnAmounts } from '#app/counter/active-visit-view.ts';
import type { Day } from '#lib/day.ts';
import { useWhole } from '#ui/hooks/use-roster-complete.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

/** Has the desk know, from an idle moment on, which amounts are great in this shop. */
export function useShopAmounts(desk: Desk, today: Day): void {
  const isWhole = useWhole();
  useEffect(
    () => (isWhole ? whenIdle(() => learnAmounts(desk, today)) : undefined),
    [desk, today, isWhole],
  );
}
