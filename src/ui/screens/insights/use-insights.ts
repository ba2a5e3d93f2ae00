import { useEffect, useState } from 'preact/hooks';
import { getInsightsStore } from '#app/insights/insights-store.ts';
import type { InsightsSpan, ShopInsights } from '#domain/week/insights.ts';
import { useShop, useSettings, useToday } from '#ui/hooks/use-shop.ts';

export interface InsightsState {
  /** Undefined until the page was thought out for the first time. */
  readonly view: ShopInsights | undefined;
  /** How far back is looked at; kept while the app is open. */
  readonly span: InsightsSpan;
  readonly setSpan: (span: InsightsSpan) => void;
}

/** How the shop is doing, as thought out last, followed as it changes. */
export function useInsights(): InsightsState {
  const { deps, roster } = useShop();
  const { amounts, openings, closures } = useSettings();
  const today = useToday();
  const store = getInsightsStore({ deps, roster, later });
  const [view, setView] = useState(store.view());
  const [span, setSpan] = useState(store.span());
  const settings = JSON.stringify([amounts, openings, closures]);
  useEffect(() => store.setQuestion(today, settings), [store, today, settings]);
  useEffect(() => {
    setView(store.view());
    return store.subscribe(() => setView(store.view()));
  }, [store]);
  return {
    view,
    span,
    setSpan(next) {
      store.setSpan(next);
      setSpan(next);
    },
  };
}

/**
 * Runs `step` after a quiet while and gives back how to call it off: a busy counter must not think
 * after each tap.
 */
function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

const quietMs = 3_000;
