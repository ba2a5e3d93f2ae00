import { useEffect, useMemo } from 'preact/hooks';
import { WeekStore } from '#app/week/week-store.ts';
import { scheduleAfter } from '#app/worker/live-result.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

/** A busy counter must not compute after each tap. */
const schedule = scheduleAfter(3_000);

/** The store of the week's list for as long as the shop is open. */
export function useWeekStore(
  { deps, roster }: OpenShop,
  settings: Settings,
  today: Day,
): WeekStore {
  const store = useMemo(() => new WeekStore({ deps, roster, schedule }), [deps, roster]);
  useEffect(() => () => store.close(), [store]);
  // The worker starts with this question: never before the first screen is shown.
  useEffect(() => whenIdle(() => store.setToday(today)), [store, today]);
  useEffect(() => store.setSettings(settings), [store, settings]);
  return store;
}
