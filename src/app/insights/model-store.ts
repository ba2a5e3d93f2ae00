// What the shop believes about its customers, for whoever shows or uses it on this thread: what was kept from the last learning at once,
// and learned anew by the worker in a quiet moment of each new day. Everything works without it, only knowing less.

import type { ShopBeliefs } from '#engine/forecast/fitted-model.ts';
import type { Day } from '#lib/day.ts';
import { keptBeliefs } from './load-model.ts';
import { nothingToCallOff, type QuietMoments } from '#app/worker/background-context.ts';

/** The shop's beliefs, followed. */
export interface Beliefs {
  /** The newest beliefs; undefined before the first learning. */
  readonly current: () => ShopBeliefs | undefined;
  /** Makes `today` the day: beliefs of another day are learned anew in a quiet moment. */
  readonly setToday: (today: Day) => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** The beliefs of the open shop; the first `setToday` fetches them. */
export function openBeliefs({ deps, roster, later }: QuietMoments): Beliefs {
  let day: Day | undefined;
  let current: ShopBeliefs | undefined;
  let callOff = nothingToCallOff;
  let isClosed = false;
  const listeners = new Set<() => void>();

  function take(beliefs: ShopBeliefs | undefined): void {
    if (isClosed || beliefs === undefined || beliefs === current) return;
    current = beliefs;
    for (const listener of listeners) listener();
  }

  async function follow(today: Day): Promise<void> {
    const kept = await keptBeliefs(deps).catch(orNothing);
    take(kept);
    if (!isClosed && today === day && kept?.fittedOn !== today) ask(today);
  }

  function ask(today: Day): void {
    callOff();
    callOff = later(() => void learn(today));
  }

  async function learn(today: Day): Promise<void> {
    const answer = await deps.work.ask({ kind: 'learn', today }).catch(orNothing);
    if (answer?.ok === true) take(answer.value);
  }

  // Once the shop is closed its database may go away under the question.
  function orNothing(error: unknown): undefined {
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
      callOff();
      unsubscribe();
      listeners.clear();
    },
  };
}
