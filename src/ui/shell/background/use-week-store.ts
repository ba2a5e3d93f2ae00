import { useEffect, useMemo } from 'preact/hooks';
import type { WeekStore } from '#app/week/week-store.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

const weekStores = lazyModule(async () => import('#app/week/week-store.ts'));

/** The store of the week's list for as long as the shop is open; null until its code is there. */
export function useWeekStore(
  { deps, roster }: OpenShop,
  settings: Settings,
  today: Day,
): WeekStore | null {
  const code = useLazyModule(weekStores);
  const store = useMemo(() => code && code.openWeekStore({ deps, roster }), [code, deps, roster]);
  useEffect(() => () => store?.close(), [store]);
  // The worker starts with this question: never before the first screen is shown.
  useEffect(() => whenIdle(() => store?.setToday(today)), [store, today]);
  useEffect(() => store?.setSettings(settings), [store, settings]);
  return store;
}
