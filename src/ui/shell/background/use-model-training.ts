import { useEffect } from 'preact/hooks';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { partOf, usePart } from '#ui/hooks/lazy-module.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';

/** Has the shop learn from its past once a day, in a quiet moment long after the start, and the tiles go by what was learned. */
export function useBeliefs({ deps, roster }: OpenShop, today: Day): void {
  const { zone } = useSettings();
  const learning = usePart(tileOrder);
  useEffect(
    () => learning?.learnToday({ deps, roster, settings: { zone }, today }),
    [learning, deps, roster, zone, today],
  );
}

const tileOrder = partOf(async () => import('#app/counter/learned-tile-order.ts'));
