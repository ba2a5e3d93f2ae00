import { useEffect } from 'preact/hooks';
import type { Day } from '#lib/day.ts';
import { type OpenShop, useSettings } from '#ui/hooks/use-shop.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';

/** Fits the model once a day, long after the start, and orders the tiles by it. */
export function useModelTraining({ deps, roster }: OpenShop, today: Day): void {
  const { zone } = useSettings();
  const orderLearning = useLazyModule(tileOrder);
  useEffect(
    () => orderLearning?.followLearnedOrder({ deps, roster, settings: { zone }, today }),
    [orderLearning, deps, roster, zone, today],
  );
}

const tileOrder = lazyModule(async () => import('#app/counter/follow-learned-order.ts'));
