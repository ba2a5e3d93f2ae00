import { useEffect, useState } from 'preact/hooks';
import { getInsightsStore } from '#app/insights/insights-store.ts';
import { scheduleAfter } from '#app/worker/live-result.ts';
import type { InsightsSpan, ShopInsights } from '#domain/week/insights.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useShop, useSettings, useToday } from '#ui/hooks/use-shop.ts';

/** A busy counter must not compute after each tap. */
const schedule = scheduleAfter(3_000);

export interface InsightsState {
  /** Undefined until first computed. */
  readonly view: ShopInsights | undefined;
  /** How far back is shown; kept while the app is open. */
  readonly span: InsightsSpan;
  readonly setSpan: (span: InsightsSpan) => void;
}

export function useInsights(): InsightsState {
  const { deps, roster } = useShop();
  const settings = useSettings();
  const today = useToday();
  const store = getInsightsStore({ deps, roster, schedule });
  const view = useObservable(store, () => store.view());
  const [span, setSpan] = useState(store.span);
  useEffect(() => store.setQuestion(today, settings), [store, today, settings]);
  return {
    view,
    span,
    setSpan(next) {
      store.span = next;
      setSpan(next);
    },
  };
}
