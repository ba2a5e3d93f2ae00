import type { Settings } from '#domain/shop/settings.ts';
import type { InsightsSpan, ShopInsights } from '#domain/week/insights.ts';
import type { Day } from '#lib/day.ts';
import type { Subscribable } from '#lib/observable.ts';
import type { Deps } from '#app/deps.ts';
import { insightsSettings, settingsKey } from '#app/shop/computing-settings.ts';
import { LiveResult, onCustomersChange, type BackgroundContext } from '#app/worker/live-result.ts';

const stores = new WeakMap<Deps, InsightsStore>();

/** The insights of the open shop, created with the first call. */
export function getInsightsStore(context: BackgroundContext): InsightsStore {
  const store = stores.get(context.deps) ?? new InsightsStore(context);
  stores.set(context.deps, store);
  return store;
}

/** The page of insights, computed only while somebody follows it. */
export class InsightsStore implements Subscribable {
  /** How far back is shown; kept while the app is open. */
  span: InsightsSpan = 28;
  readonly #result: LiveResult<ShopInsights>;
  #settings: string | undefined;

  constructor({ deps, roster, schedule }: BackgroundContext) {
    this.#result = new LiveResult(schedule, (today) =>
      deps.worker.ask({ kind: 'compute-insights', today }),
    );
    this.#result.stop();
    onCustomersChange(roster, () => this.#result.refreshWhenQuiet());
  }

  /** The newest page; undefined until the first is computed. */
  view(): ShopInsights | undefined {
    return this.#result.value;
  }

  /** Another day or other settings compute a new page at once. */
  setQuestion(today: Day, settings: Settings): void {
    const key = settingsKey(settings, insightsSettings);
    if (today === this.#result.today && key === this.#settings) return;
    this.#result.today = today;
    this.#settings = key;
    this.#result.refresh();
  }

  subscribe(listener: () => void): () => void {
    const unsubscribe = this.#result.subscribe(listener);
    this.#result.start();
    return () => {
      unsubscribe();
      if (!this.#result.hasListeners) this.#result.stop();
    };
  }
}
