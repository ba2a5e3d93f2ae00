// What is left of a row when people are erased: each value is judged by whom it is about. No value
// gets a timestamp, so that it makes no difference whether a tablet erases before or after it
// merges. Must never look at more than one row: another tablet may know less.

import { customerIdFrom, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { Household } from '#domain/customers/household.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { claimedVisit, visitOf, withoutClaims } from './visit-claims.ts';

export type Erased = ReadonlySet<CustomerId>;

/** The same on every tablet, and the id of no customer. */
const anonymousId = customerIdFrom('nobody');

/** The row of somebody else, who is not merged into the erased nor sent by them any more. */
export function customerWithout(customer: Customer, erased: Erased): Customer {
  const { sentBy, mergedInto, notSameAs } = customer;
  return {
    ...customer,
    sentBy: orNull(sentBy, erased),
    mergedInto: orNull(mergedInto, erased),
    notSameAs: notSameAs.filter((id) => !erased.has(id)),
  };
}

/** The household stays with those who are left; whose address counts is open again. */
export function householdWithout(household: Household, erased: Erased): Household {
  return { ...household, addressOf: orNull(household.addressOf, erased) };
}

/** The visit stays, for the shop sold something; what it says of the erased goes. */
export function visitWithout(visit: Visit, erased: Erased): Visit {
  const isErased = (id: CustomerId | null): boolean => id !== null && erased.has(id);
  const claimed = claimedVisit(visit);
  const isUntouched =
    !isErased(claimed.customerId) &&
    !isErased(claimed.note.of) &&
    !isErased(claimed.marks.of) &&
    !isErased(claimed.receipt.of);
  if (isUntouched) return visit;
  const customerId = orNull(claimed.customerId, erased);
  return visitOf({ ...withoutClaims(claimed, isErased), customerId });
}

export function momentWithout(moment: Moment, erased: Erased): Moment {
  return { ...moment, about: orNull(moment.about, erased) };
}

/**
 * Its reasons name no people any more who are erased; one that named only those goes. A line of a
 * round for a home that was written under the erased is the others' too: it stays, under nobody and
 * without its words. Null where nothing is left.
 */
export function gestureWithout(gesture: Gesture, erased: Erased): Gesture | null {
  const isOwn = erased.has(gesture.customerId);
  if (isOwn && (gesture.roundId === null || gesture.householdId === null)) return null;
  return {
    ...gesture,
    ...(isOwn ? { customerId: anonymousId, words: '' } : {}),
    reasons: gesture.reasons.flatMap((reason) => reasonWithout(reason, erased)),
  };
}

function reasonWithout(reason: Reason, erased: Erased): readonly Reason[] {
  if (reason.code !== 'sent-people') return [reason];
  const people = reason.people.filter((id) => !erased.has(id));
  return people.length === 0 ? [] : [{ ...reason, people }];
}

export function weekWithout(week: WeekDecisions, erased: Erased): WeekDecisions {
  const others = (ids: readonly CustomerId[]): readonly CustomerId[] =>
    ids.filter((id) => !erased.has(id));
  return {
    ...week,
    eligible: others(week.eligible),
    chosen: others(week.chosen),
    heldOut: others(week.heldOut),
    skipped: others(week.skipped),
  };
}

/** What stood in a list's bad cells may be a name or a number: once anybody is erased it goes. */
export function importWithoutTexts(shopImport: ShopImport): ShopImport {
  return {
    ...shopImport,
    problems: shopImport.problems.map((problem) => ({ ...problem, text: '' })),
  };
}

function orNull(id: CustomerId | null, erased: Erased): CustomerId | null {
  return id !== null && erased.has(id) ? null : id;
}
