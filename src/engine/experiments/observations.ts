// What was tried and what came of it, person by person: everybody who was given something, and of the same weeks the people who could have been
// chosen and were not. Must never look past today, nor judge two people by two rules.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import type { Week } from '#domain/week/week-decisions.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { isOwn, windowDaysOf } from './return-window.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { openDaysAfter, openDaysOf, type OpenDays } from '#engine/profile/business-clock.ts';
import { reasonGroupOf, type ReasonGroup } from './reason-groups.ts';
import { rhythmOf, type Rhythm } from '#engine/profile/visit-interval.ts';

/** All that the effects are counted from. The order of histories and weeks does not matter. */
export interface EffectSource {
  readonly histories: readonly History[];
  readonly weeks: readonly Week[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/**
 * How somebody stood on the Monday of a week: without a rhythm of their own, within it, or silent for longer than two and a half of their gaps.
 * A card for somebody long silent is only compared with people as silent.
 */
export type Standing = 'new' | 'on-time' | 'late';

/** One gesture whose window has closed. */
export interface Trial {
  readonly group: ReasonGroup;
  readonly week: Day;
  readonly standing: Standing;
  readonly isBack: boolean;
}

/** One person of a week who could have been chosen and got nothing. */
export interface Comparison {
  readonly week: Day;
  readonly standing: Standing;
  readonly isBack: boolean;
  /** Left out by lot. */
  readonly isDrawn: boolean;
}

export interface Trials {
  readonly trials: readonly Trial[];
  readonly comparisons: readonly Comparison[];
}

const lateGaps = 2.5;

/** Everything tried until `today`, with what came of it. */
export function trialsOf({ histories, weeks, calendar, today }: EffectSource): Trials {
  if (!histories.some((history) => history.gestures.some(isGiven))) {
    return { trials: [], comparisons: [] };
  }
  const clock = openDaysOf({ histories, calendar, today });
  const pasts = new Map<CustomerId, Past>();
  for (const history of histories) {
    const past = { history, days: visitDaysOf(history, clock.today) };
    for (const id of [history.customerId, ...history.joined]) pasts.set(id, past);
  }
  const trials = histories.flatMap((history) => triedOn(pasts.get(history.customerId), clock));
  return { trials, comparisons: comparisonsIn({ weeks, pasts, clock }) };
}

/** A history with its visit days up to today (day numbers in order). */
interface Past {
  readonly history: History;
  readonly days: Int32Array;
}

function isGiven(gesture: HistoryGesture): boolean {
  return gesture.kind !== 'word' && gesture.handedOver !== null;
}

function triedOn(past: Past | undefined, clock: OpenDays): readonly Trial[] {
  if (past === undefined) return [];
  return past.history.gestures.filter(isGiven).flatMap((gesture) => {
    const given = gesture.handedOver ?? clock.today;
    const until = given + (gesture.windowDays ?? windowDaysOf(null));
    if (until >= clock.today) return [];
    return {
      group: reasonGroupOf(gesture.reasons),
      week: gesture.week,
      standing: standingOn(past, dayNumber(gesture.week), clock),
      isBack: isBackWithin(past, given, until),
    };
  });
}

interface ComparisonSource {
  readonly weeks: readonly Week[];
  readonly pasts: ReadonlyMap<CustomerId, Past>;
  readonly clock: OpenDays;
}

// Somebody who is passed by week after week is counted again only when the window before has closed.
function comparisonsIn({ weeks, pasts, clock }: ComparisonSource): readonly Comparison[] {
  const countedUntil = new Map<CustomerId, number>();
  const found: Comparison[] = [];
  for (const week of weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1))) {
    const drawn = peopleIn(week.heldOut, pasts);
    const chosen = peopleIn(week.chosen, pasts);
    const monday = dayNumber(week.week);
    for (const past of peopleIn([...week.eligible, ...week.heldOut], pasts)) {
      const { customerId } = past.history;
      if (chosen.has(past) || monday <= (countedUntil.get(customerId) ?? -Infinity)) continue;
      const from = startIn(past, monday);
      const until = from + windowDaysOf(rhythmBefore(past, from + 1, clock));
      if (until >= clock.today || wasGivenWithin(past, monday, until)) continue;
      countedUntil.set(customerId, until);
      found.push({
        week: week.week,
        standing: standingOn(past, monday, clock),
        isBack: isBackWithin(past, from, until),
        isDrawn: drawn.has(past),
      });
    }
  }
  return found;
}

function peopleIn(
  ids: readonly CustomerId[],
  pasts: ReadonlyMap<CustomerId, Past>,
): ReadonlySet<Past> {
  return new Set(ids.flatMap((id) => pasts.get(id) ?? []));
}

// A card goes over the counter at a visit, or by post to somebody who did not come: so does the clock of a comparison start at the
// first visit of that week, or with its Sunday.
function startIn({ days }: Past, monday: number): number {
  const first = days[countBefore(days, monday)];
  return first !== undefined && first <= monday + 6 ? first : monday + 6;
}

function wasGivenWithin({ history }: Past, from: number, until: number): boolean {
  return history.gestures.some(
    ({ kind, handedOver }) =>
      kind !== 'word' && handedOver !== null && handedOver >= from && handedOver <= until,
  );
}

function isBackWithin({ days }: Past, after: number, until: number): boolean {
  const next = days[countBefore(days, after + 1)];
  return next !== undefined && next <= until;
}

function standingOn(past: Past, day: number, clock: OpenDays): Standing {
  const rhythm = rhythmBefore(past, day, clock);
  if (!isOwn(rhythm)) return 'new';
  const last = past.days[countBefore(past.days, day) - 1] ?? day;
  const silent = openDaysAfter(clock, last, day - 1);
  return silent > lateGaps * Math.max(1, rhythm.typicalOpen) ? 'late' : 'on-time';
}

function rhythmBefore({ days }: Past, day: number, clock: OpenDays): Rhythm | null {
  const known = days.subarray(0, countBefore(days, day));
  const openGaps = new Int32Array(Math.max(0, known.length - 1));
  for (let index = 0; index < openGaps.length; index += 1) {
    openGaps[index] = openDaysAfter(clock, known[index] ?? 0, known[index + 1] ?? 0);
  }
  return rhythmOf(known, openGaps);
}

function countBefore(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
