import { isWeekly } from '#domain/week/gesture.ts';
import type { History } from './history.ts';

// What is computed of a history is remembered by it: the same one gives the same one.
const known = new WeakMap<History, History>();

/** The history as the week sees it: a perk that was owed is no thanks, and a round no decision. */
export function withWeeklyGestures(history: History): History {
  if (history.gestures.every(isWeekly)) return history;
  const weekly = known.get(history) ?? {
    ...history,
    gestures: history.gestures.filter(isWeekly),
  };
  known.set(history, weekly);
  return weekly;
}
