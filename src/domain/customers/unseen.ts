// Whom nobody has seen for years: the owner is asked about them once a year, and nobody is
// forgotten by a clock alone. Left out is whoever still has something open, lives with somebody
// who comes, or stands on a list of this year.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import { isFeedback } from '#domain/visits/moment.ts';
import { isStillWaiting } from '#domain/week/still-waiting.ts';
import { yearsBefore } from '#lib/anniversary.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import type { Customer, CustomerId } from './customer.ts';

export interface RememberedCustomer {
  readonly id: CustomerId;
  readonly customer: Customer;
  readonly history: History;
}

export interface UnseenCustomer {
  readonly id: CustomerId;
  readonly name: string;
  /** Null for somebody who never came. */
  readonly last: Day | null;
  readonly addedOn: Day;
}

export interface UnseenRules {
  readonly years: number;
  readonly today: Day;
}

/** Those unseen for `years`, the longest first. */
export function unseenCustomers(
  people: readonly RememberedCustomer[],
  { years, today }: UnseenRules,
): readonly UnseenCustomer[] {
  const limit = dayNumber(yearsBefore(today, years));
  const isSeen = (each: RememberedCustomer): boolean => lastSign(each) >= limit;
  const lively = new Set(people.filter(isSeen).flatMap(({ customer }) => homeOf(customer)));
  return people
    .filter((each) => !isSeen(each))
    .filter(({ customer }) => !homeOf(customer).some((home) => lively.has(home)))
    .filter(({ history }) => !hasOpenMatter(history, today) && !isOnListOf(today, history))
    .map((each) => ({
      id: each.id,
      name: each.customer.name,
      last: lastVisit(each.history),
      addedOn: each.customer.addedOn,
      sign: lastSign(each),
    }))
    .toSorted((a, b) => a.sign - b.sign)
    .map(({ sign: _sign, ...unseen }) => unseen);
}

// The last visit, or anything noticed or written down about them.
function lastSign({ customer, history }: RememberedCustomer): number {
  const last = lastVisit(history);
  const moments = history.moments.map(({ day }) => day);
  return Math.max(dayNumber(last ?? customer.addedOn), ...moments);
}

function lastVisit({ stamps }: History): Day | null {
  const minutes = stamps.at(-1);
  return minutes === undefined ? null : dayAt(dayOfMinutes(minutes));
}

function hasOpenMatter({ moments, gestures }: History, today: Day): boolean {
  return (
    moments.some(({ kind, answered }) => isFeedback(kind) && answered === null) ||
    gestures.some((gesture) => isStillWaiting(gesture, today))
  );
}

function isOnListOf(today: Day, { gestures }: History): boolean {
  const year = today.slice(0, 4);
  return gestures.some(
    ({ roundId, planned }) => roundId !== null && dayAt(planned).startsWith(year),
  );
}

function homeOf({ householdId }: Customer): readonly string[] {
  return householdId === null ? [] : [householdId];
}
