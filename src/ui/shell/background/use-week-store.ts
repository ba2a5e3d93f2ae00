import { useEffect, useMemo, useRef } from 'preact/hooks';
import { openWeekStore, type WeekStore } from '#app/week/week-store.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';

/** The week's list of an open shop, computed anew each day, after visits and changed settings. */
export function useWeekStore(
  { deps, roster }: OpenShop,
  settings: Settings,
  today: Day,
): WeekStore {
  const store = useMemo(() => openWeekStore({ deps, roster, later }), [deps, roster]);
  const weekRules = JSON.stringify(rulesOf(settings));
  useEffect(() => store.close, [store]);
  // This starts the worker: never before the first screen stands.
  useEffect(() => whenIdle(() => store.setToday(today)), [store, today]);
  const computedBy = useRef(weekRules);
  useEffect(() => {
    if (computedBy.current === weekRules) return undefined;
    computedBy.current = weekRules;
    return later(store.refresh);
  }, [store, weekRules]);
  return store;
}

function rulesOf(settings: Settings): readonly unknown[] {
  const { openings, closures, budgetMoney, budgetPieces, restWeeks, skipWeeks } = settings;
  const { reservedPlace, holdOut, focus, cardCost, offerCost, offerWords, amounts } = settings;
  return [
    [openings, closures, budgetMoney, budgetPieces, restWeeks, skipWeeks],
    [reservedPlace, holdOut, focus, cardCost, offerCost, offerWords, amounts],
  ];
}

// A busy counter must not compute after each tap.
function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

const quietMs = 3_000;
