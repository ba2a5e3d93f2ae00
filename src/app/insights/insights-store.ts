// The page "How we're doing", kept for the screens that tell of it: thought out by the worker when
// somebody looks, and again when the shop's people changed and a moment of quiet has come. While
// nobody looks nothing is thought out; until a new page is there the old one stands.

import type { InsightsSpan, ShopInsights } from '#domain/week/insights.ts';
import type { Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { noop, type BackgroundContext } from '#app/worker/background-context.ts';

/** The page as it was thought out last, followed. */
export interface InsightsStore {
  /** The newest page; undefined until the first is thought out. */
  readonly view: () => ShopInsights | undefined;
  /**
   * Tells for which day, and by which settings (any text that differs when they do), the page is
   * wanted.
   */
  readonly setQuestion: (today: Day, settings: string) => void;
  /** How far back is looked at, from the last look on. */
  readonly span: () => InsightsSpan;
  readonly setSpan: (span: InsightsSpan) => void;
  /** Follows the page until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const stores = new WeakMap<Deps, InsightsStore>();

/** The board of the open shop, set up when it is first asked for. */
export function getInsightsStore(needs: BackgroundContext): InsightsStore {
  const store = stores.get(needs.deps) ?? openInsightsStore(needs);
  stores.set(needs.deps, store);
  return store;
}

/** A board without a page yet; the first question and somebody who looks ask for one. */
export function openInsightsStore({ deps, roster, later }: BackgroundContext): InsightsStore {
  let question: { readonly today: Day; readonly settings: string } | undefined;
  let view: ShopInsights | undefined;
  let span: InsightsSpan = 28;
  let isStale = true;
  let lastRequestId = 0;
  let cancel: () => void = noop;
  const listeners = new Set<() => void>();

  async function compute(): Promise<void> {
    if (question === undefined || listeners.size === 0 || !isStale) return;
    isStale = false;
    lastRequestId += 1;
    const requestId = lastRequestId;
    const answer = await deps.worker
      .ask({ kind: 'compute-insights', today: question.today })
      .catch(ignoreIfUnwatched);
    if (answer === undefined || !answer.ok || requestId !== lastRequestId) return;
    view = answer.value;
    for (const listener of listeners) listener();
  }

  // Once nobody looks the shop may be closed under the question, and nobody waits for the page any
  // more.
  function ignoreIfUnwatched(error: unknown): undefined {
    if (listeners.size > 0) throw error;
    isStale = true;
  }

  function invalidate(): void {
    isStale = true;
    cancel();
    cancel = listeners.size === 0 ? noop : later(() => void compute());
  }

  roster.subscribe(invalidate);

  return {
    view: () => view,
    span: () => span,
    setSpan(next) {
      span = next;
    },
    setQuestion(today, settings) {
      if (today === question?.today && settings === question.settings) return;
      question = { today, settings };
      isStale = true;
      void compute();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      void compute();
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) cancel();
      };
    },
  };
}
