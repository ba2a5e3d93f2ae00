// By when coming back after a gesture counts as coming back, and whether somebody did. The window
// is fixed when the gesture is given, so that nobody can move the goal afterwards: twice the own
// interval, 28 days for somebody new.

import type { Calendar } from '#domain/shop/calendar.ts';
import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import type { Day } from '#lib/day.ts';
import { featuresOf, isBought } from '#engine/profile/features.ts';
import type { VisitInterval } from '#engine/profile/visit-interval.ts';

/** Days given to somebody without an interval of their own. */
export const newcomerReturnDays = 28;

/** Gaps needed before an interval is somebody's own. */
const minOwnGaps = 3;

/** Calendar days after the hand-over: twice the own interval, at least 7. */
export function returnWindowOf(
  history: History | undefined,
  calendar: Calendar,
  today: Day,
): number {
  return returnWindowFor(
    history === undefined ? null : featuresOf(history, calendar, today).interval,
  );
}

/** The same from a known interval; null before there is a gap. */
export function returnWindowFor(interval: VisitInterval | null): number {
  if (!isOwnInterval(interval)) return newcomerReturnDays;
  return Math.max(7, Math.ceil(2 * interval.medianDays));
}

/** Whether an interval rests on enough gaps to be somebody's own. */
export function isOwnInterval(interval: VisitInterval | null): interval is VisitInterval {
  return interval !== null && interval.gaps >= minOwnGaps;
}

/** What became of a gesture that was handed over. */
export type ReturnOutcome =
  | { readonly kind: 'came-back'; readonly day: number }
  | { readonly kind: 'not-yet'; readonly until: number }
  | { readonly kind: 'did-not' };

/**
 * Whether somebody bought again within the window of `gesture`, as of the day number `today`; null
 * before it was handed over.
 */
export function returnOutcomeOf(
  history: History,
  gesture: HistoryGesture,
  today: number,
): ReturnOutcome | null {
  if (gesture.handedOver === null) return null;
  const until = gesture.handedOver + (gesture.windowDays ?? newcomerReturnDays);
  const day = firstBoughtDayAfter(history, gesture.handedOver);
  if (day !== undefined && day <= until) return { kind: 'came-back', day };
  return today <= until ? { kind: 'not-yet', until } : { kind: 'did-not' };
}

function firstBoughtDayAfter(history: History, day: number): number | undefined {
  const index = history.stamps.findIndex(
    (stamp, at) => dayOfMinutes(stamp) > day && isBought(history, at),
  );
  const stamp = history.stamps[index];
  return stamp === undefined ? undefined : dayOfMinutes(stamp);
}
