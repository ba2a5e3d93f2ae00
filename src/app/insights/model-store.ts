// What the shop believes about its customers, for whoever shows or uses it on this thread: what was
// kept from the last learning at once, and learned anew by the worker in a quiet moment of each new
// day. Everything works without it, only knowing less.

import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import type { Day } from '#lib/day.ts';
import { loadModel } from './load-model.ts';
import { noop, type BackgroundContext } from '#app/worker/background-context.ts';

/** The shop's beliefs, followed. */
export interface ModelStore {
  /** The newest beliefs; undefined before the first learning. */
  readonly current: () => FittedModel | undefined;
  /** Makes `todayVisits` the day: beliefs of another day are learned anew in a quiet moment. */
  readonly setToday: (today: Day) => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** The beliefs of the open shop; the first `setToday` fetches them. */
export function openModelStore({ deps, roster, later }: BackgroundContext): ModelStore {
  let day: Day | undefined;
  let current: FittedModel | undefined;
  let cancel = noop;
  let isClosed = false;
  const listeners = new Set<() => void>();

  function accept(fittedModel: FittedModel | undefined): void {
    if (isClosed || fittedModel === undefined || fittedModel === current) return;
    current = fittedModel;
    for (const listener of listeners) listener();
  }

  async function follow(today: Day): Promise<void> {
    const saved = await loadModel(deps).catch(ignoreIfClosed);
    accept(saved);
    if (!isClosed && today === day && saved?.fittedOn !== today) ask(today);
  }

  function ask(today: Day): void {
    cancel();
    cancel = later(() => void fit(today));
  }

  async function fit(today: Day): Promise<void> {
    const answer = await deps.worker.ask({ kind: 'fit-model', today }).catch(ignoreIfClosed);
    if (answer?.ok === true) accept(answer.value);
  }

  // Once the shop is closed its database may go away under the question.
  function ignoreIfClosed(error: unknown): undefined {
    if (!isClosed) throw error;
  }

  // A list that was brought in or taken back may have made another shop of it; the worker looks.
  const unsubscribe = roster.subscribe((change) => {
    if (change.kind === 'all' && day !== undefined) ask(day);
  });

  return {
    current: () => current,
    setToday(today) {
      if (today === day) return;
      day = today;
      void follow(today);
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close() {
      isClosed = true;
      cancel();
      unsubscribe();
      listeners.clear();
    },
  };
}
