import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import type { Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { LiveResult, type BackgroundContext } from '#app/worker/live-result.ts';
import { loadModel } from './load-model.ts';

/**
 * The fitted model of the open shop: the saved one at once, and after a quiet while of each new day
 * the one that the worker fits. Everything works without it, only knowing less.
 */
export class ModelStore {
  readonly #deps: Deps;
  readonly #result: LiveResult<FittedModel>;
  readonly #unsubscribe: () => void;

  constructor({ deps, roster, schedule }: BackgroundContext) {
    this.#deps = deps;
    this.#result = new LiveResult(schedule, (today) =>
      deps.worker.ask({ kind: 'fit-model', today }),
    );
    // An import, or its undoing, may have made another shop of it.
    this.#unsubscribe = roster.subscribe((change) => {
      if (change.kind === 'all') this.#result.refreshWhenQuiet();
    });
  }

  /** Undefined before the first fit. */
  current(): FittedModel | undefined {
    return this.#result.value;
  }

  /** A model of another day is fitted again after a quiet while. */
  setToday(today: Day): void {
    if (today === this.#result.today) return;
    this.#result.today = today;
    void this.#load(today);
  }

  subscribe(listener: () => void): () => void {
    return this.#result.subscribe(listener);
  }

  close(): void {
    this.#result.stop();
    this.#result.clearListeners();
    this.#unsubscribe();
  }

  async #load(today: Day): Promise<void> {
    const saved = await this.#result.accept(loadModel(this.#deps));
    if (today === this.#result.today && saved?.fittedOn !== today) this.#result.refreshWhenQuiet();
  }
}
