// Who was treated, and who of the same weeks could have been and was not, with what came of it.
// Must never look past today, nor judge two people by two rules.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { isOwnInterval, returnWindowFor } from './return-window.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import {
  businessClockOf,
  lastDayOf,
  openDaysAfter,
  openGapsOf,
  type BusinessClock,
} from '#engine/profile/business-clock.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { defaultSegmentRules } from '#domain/week/segment.ts';
import { reasonGroupOf, type ReasonGroup } from './reason-groups.ts';
import { visitIntervalOf, type VisitInterval } from '#engine/profile/visit-interval.ts';

/** What the effects are counted from. The order of histories and weeks does not matter. */
export interface ObservationSource {
  readonly histories: readonly History[];
  readonly weeks: readonly WeekDecisions[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/**
 * Somebody's state on the Monday of a week: no interval of their own, within it, or silent for
 * longer than the slipping factor allows. Somebody long silent is only compared with others as
 * silent.
 */
export type Stratum = 'new' | 'on-time' | 'late';

/**
 * How the window began: with a visit of that week, when a gift goes over the counter, without one,
 * by post, or at a visit later on. Whoever has just come in is likelier to be back than whoever is
 * still away, gift or not.
 */
export type Beginning = 'visit' | 'post' | 'later';

/** One gesture whose window has closed. */
export interface Treated {
  readonly group: ReasonGroup;
  readonly week: Day;
  readonly stratum: Stratum;
  readonly beginning: Beginning;
  readonly isBack: boolean;
}

/** One person of a week who could have been chosen and got nothing. */
export interface Comparison {
  readonly week: Day;
  readonly stratum: Stratum;
  readonly beginning: Beginning;
  readonly isBack: boolean;
  /** Left out at random. */
  readonly isHeldOut: boolean;
}

export interface Observations {
  readonly treated: readonly Treated[];
  readonly comparisons: readonly Comparison[];
}

/** Everybody treated and compared until `today`, with what came of it. */
export function observationsOf({
  histories,
  weeks,
  calendar,
  today,
}: ObservationSource): Observations {
  if (!histories.some((history) => history.gestures.some(isGiven))) {
    return { treated: [], comparisons: [] };
  }
  const clock = businessClockOf({ histories, calendar, today });
  const pasts = new Map<CustomerId, CustomerPast>();
  for (const history of histories) {
    const past = { history, days: visitDaysOf(history, lastDayOf(clock)) };
    for (const id of [history.customerId, ...history.joined]) pasts.set(id, past);
  }
  const treated = histories.flatMap((history) => treatedOf(pasts.get(history.customerId), clock));
  return { treated, comparisons: comparisonsIn({ weeks, pasts, clock }) };
}

/** A history with its visit days up to today (day numbers in order). */
interface CustomerPast {
  readonly history: History;
  readonly days: Int32Array;
}

/** Whether a card or an offer was handed over. */
export function isGiven(gesture: HistoryGesture): boolean {
  return gesture.kind !== 'word' && gesture.kind !== 'message' && gesture.handedOver !== null;
}

function treatedOf(past: CustomerPast | undefined, clock: BusinessClock): readonly Treated[] {
  if (past === undefined) return [];
  return past.history.gestures.filter(isGiven).flatMap((gesture) => {
    const given = gesture.handedOver ?? lastDayOf(clock);
    const until = given + (gesture.windowDays ?? returnWindowFor(null));
    if (until >= lastDayOf(clock)) return [];
    return {
      group: reasonGroupOf(gesture.reasons),
      week: gesture.week,
      stratum: stratumOn(past, dayNumber(gesture.week), clock),
      beginning: beginningOf(past, dayNumber(gesture.week), given),
      isBack: isBackWithin(past, given, until),
    };
  });
}

function beginningOf({ days }: CustomerPast, monday: number, day: number): Beginning {
  if (days[countBefore(days, day)] !== day) return 'post';
  return day < monday + 7 ? 'visit' : 'later';
}

interface ComparisonSource {
  readonly weeks: readonly WeekDecisions[];
  readonly pasts: ReadonlyMap<CustomerId, CustomerPast>;
  readonly clock: BusinessClock;
}

// Somebody passed over week after week is counted again only when the window before has closed.
function comparisonsIn({ weeks, pasts, clock }: ComparisonSource): readonly Comparison[] {
  const countedUntil = new Map<CustomerId, number>();
  const found: Comparison[] = [];
  for (const week of weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1))) {
    const heldOut = peopleIn(week.heldOut, pasts);
    const chosen = peopleIn(week.chosen, pasts);
    const monday = dayNumber(week.week);
    for (const past of peopleIn([...week.eligible, ...week.heldOut], pasts)) {
      const { customerId } = past.history;
      if (chosen.has(past) || monday <= (countedUntil.get(customerId) ?? -Infinity)) continue;
      const from = startIn(past, monday);
      const until = from + returnWindowFor(visitIntervalBefore(past, from + 1, clock));
      if (until >= lastDayOf(clock) || wasGivenBefore(past, monday, returnOr(past, from, until)))
        continue;
      countedUntil.set(customerId, until);
      found.push({
        week: week.week,
        stratum: stratumOn(past, monday, clock),
        beginning: beginningOf(past, monday, from),
        isBack: isBackWithin(past, from, until),
        isHeldOut: heldOut.has(past),
      });
    }
  }
  return found;
}

function peopleIn(
  ids: readonly CustomerId[],
  pasts: ReadonlyMap<CustomerId, CustomerPast>,
): ReadonlySet<CustomerPast> {
  return new Set(ids.flatMap((id) => pasts.get(id) ?? []));
}

// A card goes over the counter at a visit, or by post to somebody who did not come: so the window
// of a comparison starts at the first visit of that week, or with its Sunday.
function startIn({ days }: CustomerPast, monday: number): number {
  const first = days[countBefore(days, monday)];
  return first !== undefined && first <= monday + 6 ? first : monday + 6;
}

function wasGivenBefore({ history }: CustomerPast, from: number, before: number): boolean {
  return history.gestures.some((gesture) => {
    const day = gesture.handedOver ?? -Infinity;
    return isGiven(gesture) && day >= from && day < before;
  });
}

// Something handed over at the very return brought nobody back: whoever is thanked then counts as
// back without. To leave them out would leave out those who came.
function returnOr({ days }: CustomerPast, after: number, until: number): number {
  const next = days[countBefore(days, after + 1)];
  return next !== undefined && next <= until ? next : until + 1;
}

function isBackWithin({ days }: CustomerPast, after: number, until: number): boolean {
  const next = days[countBefore(days, after + 1)];
  return next !== undefined && next <= until;
}

function stratumOn(past: CustomerPast, day: number, clock: BusinessClock): Stratum {
  const interval = visitIntervalBefore(past, day, clock);
  if (!isOwnInterval(interval)) return 'new';
  const last = past.days[countBefore(past.days, day) - 1] ?? day;
  const silent = openDaysAfter(clock, last, day - 1);
  return silent > defaultSegmentRules.slippingFactor * Math.max(1, interval.medianOpenDays)
    ? 'late'
    : 'on-time';
}

function visitIntervalBefore(
  { days }: CustomerPast,
  day: number,
  clock: BusinessClock,
): VisitInterval | null {
  const known = days.subarray(0, countBefore(days, day));
  return visitIntervalOf(known, openGapsOf(clock, known));
}

function countBefore(days: Int32Array, day: number): number {
  return countUntil(days, day - 1);
}
