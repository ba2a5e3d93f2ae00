// This week's list, kept for the screens: thought out by the worker when the shop opens, on a new day, and when the shop's people changed
// and a moment of quiet has come. Until a new list is there the old one stands, and while somebody looks at it, it holds still.

import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import { nothingToCallOff, type QuietMoments } from '#app/worker/background-context.ts';
import type { Roster } from '#app/customers/roster.ts';

/** The week’s list as it was thought out last, followed. */
export interface WeekBoard {
  /** The list to show; undefined until the first is thought out. */
  readonly list: () => WeekSuggestions | undefined;
  /** The newest list, which is another one only while the shown one is held. */
  readonly fresh: () => WeekSuggestions | undefined;
  /** From now on `keep` says what of a new list is shown, until the returned function lets go: then the newest is. */
  readonly hold: (keep: KeepRows) => () => void;
  /** Shows the newest list at once. */
  readonly lookAgain: () => void;
  /** Makes `today` the day of the list; a new day asks for a new list. */
  readonly setToday: (today: Day) => void;
  /** Asks for a new list now, as after a change of settings. */
  readonly refresh: () => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** What is shown when `fresh` was thought out while `shown` was looked at. */
export type KeepRows = (shown: WeekSuggestions, fresh: WeekSuggestions) => WeekSuggestions;

/** A board without a list yet; the first `setToday` asks for one. */
export function openWeekBoard({ deps, roster, later }: QuietMoments): WeekBoard {
  let day: Day | undefined;
  let [list, fresh]: readonly (WeekSuggestions | undefined)[] = [];
  let keep: KeepRows | null = null;
  let asked = 0;
  let callOff = nothingToCallOff;
  let isClosed = false;
  const listeners = new Set<() => void>();

  async function think(): Promise<void> {
    if (day === undefined) return;
    asked += 1;
    const mine = asked;
    const answer = await deps.work.ask({ kind: 'suggest', today: day }).catch(orNothing);
    if (answer === undefined || !answer.ok || mine !== asked) return;
    fresh = answer.value;
    show(keep === null || list === undefined ? fresh : keep(list, fresh));
  }

  function show(shown: WeekSuggestions | undefined): void {
    list = shown;
    for (const listener of listeners) listener();
  }

  // Once the shop is closed its database may go away under the question, and nobody waits for the list any more.
  function orNothing(error: unknown): undefined {
    if (!isClosed) throw error;
  }

  function refresh(): void {
    callOff();
    void think();
  }

  const unsubscribe = onNews(roster, () => {
    callOff();
    callOff = later(refresh);
  });

  return {
    list: () => list,
    fresh: () => fresh,
    hold(keeping) {
      keep = keeping;
      return () => {
        keep = null;
        show(fresh);
      };
    },
    lookAgain: () => show(fresh),
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
      callOff();
      unsubscribe();
    },
  };
}

// That everybody was read at last is no news to the worker, which has read them too.
function onNews(roster: Roster, step: () => void): () => void {
  return roster.subscribe(({ kind }) => {
    if (kind !== 'whole') step();
  });
}
