// A history as it was on an earlier day: later rows are cut off. The totals of visits before the
// live ones cannot be divided and stay; they lie years back.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';

/** `history` with nothing in it that happened after the day number `day`. */
export function historyUntil(history: History, day: number): History {
  const { stamps, amounts, flags, visitIds, moments, gestures } = history;
  const later = stamps.findIndex((stamp) => dayOfMinutes(stamp) > day);
  const count = later < 0 ? stamps.length : later;
  return {
    ...history,
    stamps: stamps.subarray(0, count),
    amounts: amounts.subarray(0, count),
    flags: flags.subarray(0, count),
    visitIds: visitIds.slice(0, count),
    moments: moments.filter((moment) => moment.day <= day),
    gestures: gestures.flatMap((gesture) => gestureUntil(gesture, day)),
  };
}

function gestureUntil(gesture: HistoryGesture, day: number): readonly HistoryGesture[] {
  if (gesture.planned > day) return [];
  const isGiven = gesture.handedOver !== null && gesture.handedOver <= day;
  if (gesture.handedOver === null || isGiven) return [gesture];
  return [{ ...gesture, state: 'planned', handedOver: null, windowDays: null }];
}
