import type { Settings } from '#domain/shop/settings.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import { Emitter } from '#lib/observable.ts';
import { settingsKey, suggestionSettings } from '#app/shop/computing-settings.ts';
import {
  LiveResult,
  onCustomersChange,
  scheduleAfter,
  type BackgroundContext,
} from '#app/worker/live-result.ts';

/** What is shown when `latest` was computed while `shown` is being read. */
export type MergeRows = (shown: WeekSuggestions, latest: WeekSuggestions) => WeekSuggestions;

/** A busy counter must not compute after each tap. */
const schedule = scheduleAfter(3_000);

export function openWeekStore(shop: Omit<BackgroundContext, 'schedule'>): WeekStore {
  return new WeekStore({ ...shop, schedule });
}

/**
 * This week's list for the screens: computed when the shop opens, on a new day, and a quiet while
 * after customers or settings changed. The old list stays until the new one is there, and while
 * somebody reads it, it is frozen.
 */
export class WeekStore extends Emitter {
  readonly #result: LiveResult<WeekSuggestions>;
  readonly #unsubscribe: () => void;
  #settings: string | undefined;
  #list: WeekSuggestions | undefined;
  #mergeRows: MergeRows | null = null;

  constructor({ deps, roster, schedule }: BackgroundContext) {
    super();
    this.#result = new LiveResult(schedule, (today) => deps.worker.ask({ kind: 'suggest', today }));
    this.#result.subscribe(() => this.#onLatest());
    this.#unsubscribe = onCustomersChange(roster, () => this.#result.refreshWhenQuiet());
  }

  /** The list to show; undefined until the first is computed. */
  list(): WeekSuggestions | undefined {
    return this.#list;
  }

  /** The newest list, which differs from the shown one only while that is frozen. */
  latest(): WeekSuggestions | undefined {
    return this.#result.value;
  }

  /** Lets `mergeRows` decide what of a new list is shown, until the returned function is called. */
  freeze(mergeRows: MergeRows): () => void {
    this.#mergeRows = mergeRows;
    return () => {
      this.#mergeRows = null;
      this.showLatest();
    };
  }

  showLatest(): void {
    this.#show(this.latest());
  }

  /** A new day computes a new list at once. */
  setToday(today: Day): void {
    if (today === this.#result.today) return;
    this.#result.today = today;
    this.refresh();
  }

  /** Changed settings compute a new list after a quiet while. */
  setSettings(settings: Settings): void {
    const key = settingsKey(settings, suggestionSettings);
    if (this.#settings !== undefined && key !== this.#settings) this.#result.refreshWhenQuiet();
    this.#settings = key;
  }

  refresh(): void {
    this.#result.refresh();
  }

  close(): void {
    this.#result.stop();
    this.#unsubscribe();
  }

  #onLatest(): void {
    const [merge, shown, latest] = [this.#mergeRows, this.#list, this.latest()];
    this.#show(merge && shown && latest ? merge(shown, latest) : latest);
  }

  #show(list: WeekSuggestions | undefined): void {
    this.#list = list;
    this.emit();
  }
}
