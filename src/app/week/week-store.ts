// This week's list, kept for the screens: thought out by the worker when the shop opens, on a new
// day, and when the shop's people changed and a moment of quiet has come. Until a new list is there
// the old one stands, and while somebody looks at it, it holds still.

import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import { noop, type BackgroundContext } from '#app/worker/background-context.ts';
import type { Roster } from '#app/customers/roster.ts';

/** The week’s list as it was thought out last, followed. */
export interface WeekStore {
  /** The list to show; undefined until the first is thought out. */
  readonly list: () => WeekSuggestions | undefined;
  /** The newest list, which is another one only while the shown one is held. */
  readonly latest: () => WeekSuggestions | undefined;
  /**
   * From now on `mergeRows` says what of a new list is shown, until the returned function lets go:
   * then the newest is.
   */
  readonly freeze: (mergeRows: MergeRows) => () => void;
  /** Shows the newest list at once. */
  readonly showLatest: () => void;
  /** Makes `todayVisits` the day of the list; a new day asks for a new list. */
  readonly setToday: (today: Day) => void;
  /** Asks for a new list now, as after a change of settings. */
  readonly refresh: () => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** What is shown when `latest` was thought out while `tileShare` was looked at. */
export type MergeRows = (shown: WeekSuggestions, latest: WeekSuggestions) => WeekSuggestions;

/** A board without a list yet; the first `setToday` asks for one. */
export function openWeekStore({ deps, roster, later }: BackgroundContext): WeekStore {
  let day: Day | undefined;
  let [list, latest]: readonly (WeekSuggestions | undefined)[] = [];
  let mergeRows: MergeRows | null = null;
  let lastRequestId = 0;
  let cancel = noop;
  let isClosed = false;
  const listeners = new Set<() => void>();

  async function compute(): Promise<void> {
    if (day === undefined) return;
    lastRequestId += 1;
    const requestId = lastRequestId;
    const answer = await deps.worker.ask({ kind: 'suggest', today: day }).catch(ignoreIfClosed);
    if (answer === undefined || !answer.ok || requestId !== lastRequestId) return;
    latest = answer.value;
    show(mergeRows === null || list === undefined ? latest : mergeRows(list, latest));
  }

  function show(shown: WeekSuggestions | undefined): void {
    list = shown;
    for (const listener of listeners) listener();
  }

  // Once the shop is closed its database may go away under the question, and nobody waits for the
  // list any more.
  function ignoreIfClosed(error: unknown): undefined {
    if (!isClosed) throw error;
  }

  function refresh(): void {
    cancel();
    void compute();
  }

  const unsubscribe = onRosterNews(roster, () => {
    cancel();
    cancel = later(refresh);
  });

  return {
    list: () => list,
    latest: () => latest,
    freeze(merge) {
      mergeRows = merge;
      return () => {
        mergeRows = null;
        show(latest);
      };
    },
    showLatest: () => show(latest),
    setToday(today) {
      if (today === day) return;
      day = today;
      refresh();
    },
    refresh,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close() {
      isClosed = true;
      cancel();
      unsubscribe();
    },
  };
}

// That everybody was read at last is no news to the worker, which has read them too.
function onRosterNews(roster: Roster, step: () => void): () => void {
  return roster.subscribe(({ kind }) => {
    if (kind !== 'complete') step();
  });
}
