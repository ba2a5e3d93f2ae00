// Two records side by side, and what they would be together: shown before anything is merged.

import { byCreation, mergedCustomer, type Customer } from '#domain/customers/customer.ts';
import type { DoublePair } from '#domain/doubles/find-doubles.ts';
import { dayOfMinutes } from '#domain/visits/history.ts';
import { dayAt, type Day } from '#lib/day.ts';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';

export interface DoubleSide {
  readonly customer: Customer;
  readonly visits: number;
  readonly last: Day | null;
}

export interface DoubleView extends DoublePair {
  /** The older record, which stays when they are merged. */
  readonly older: DoubleSide;
  readonly younger: DoubleSide;
  readonly together: {
    readonly customer: Customer;
    readonly visits: number;
    readonly first: Day | null;
  };
}

/** Null when one of them is not there any more, or was answered meanwhile. */
export function doubleView(pair: DoublePair, roster: Roster): DoubleView | null {
  const [a, b] = [roster.person(pair.one), roster.person(pair.other)];
  if (a === undefined || b === undefined || areApart(a, b)) return null;
  const [older, younger] = byCreation(a.customer, b.customer) < 0 ? [a, b] : [b, a];
  const firsts = [older, younger].flatMap((entry) => firstSeenOn(entry) ?? []);
  return {
    ...pair,
    older: sideOf(older),
    younger: sideOf(younger),
    together: {
      customer: mergedCustomer(older.customer, [younger.customer]),
      visits: visitCount(older) + visitCount(younger),
      first: firsts.toSorted()[0] ?? null,
    },
  };
}

function areApart(a: RosterEntry, b: RosterEntry): boolean {
  return a.customer.notSameAs.includes(b.id) || b.customer.notSameAs.includes(a.id);
}

function sideOf(entry: RosterEntry): DoubleSide {
  return { customer: entry.customer, visits: visitCount(entry), last: lastSeenOn(entry) };
}

function visitCount({ history }: RosterEntry): number {
  return history.stamps.length + history.older.visits;
}

function firstSeenOn({ history }: RosterEntry): Day | null {
  const minutes = history.older.visits > 0 ? history.older.first : history.stamps[0];
  return minutes === undefined || minutes < 0 ? null : dayAt(dayOfMinutes(minutes));
}
