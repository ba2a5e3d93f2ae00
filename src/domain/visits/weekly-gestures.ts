import { isThanks } from '#domain/week/gesture.ts';
import type { History } from './history.ts';

// What is computed of a history is remembered by it: the same one gives the same one.
const known = new WeakMap<History, History>();

/**
 * The history as the week sees it: a perk that was owed is no thanks, nor are news, and a round is
 * no decision of it. Whoever was thanked in writing is thanked.
 */
export function withWeeklyGestures(history: History): History {
  if (history.gestures.every(isThanks)) return history;
  const weekly = known.get(history) ?? {
    ...history,
    gestures: history.gestures.filter(isThanks),
  };
  known.set(history, weekly);
  return weekly;
}
