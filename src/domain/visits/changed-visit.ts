// What was written on a visit is about the person it was written under. It goes along when the
// visit is given to somebody else, and stays with the person when the name is only taken off.

import type { CustomerId } from '#domain/customers/customer.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import {
  blankVisit,
  personalFields,
  type PersonalField,
  type Visit,
  type VisitFields,
} from './visit.ts';

/** `visit` with `changes`, each changed field marked with `timestamp`. */
export function changedVisit(
  visit: Visit,
  changes: Partial<VisitFields>,
  timestamp: HlcTimestamp,
): Visit {
  const after = withChanges(visit, changes, timestamp);
  const kept = personalFields.filter((field) => isSame(visit, after, field));
  return withWhose(after, (field) => (kept.includes(field) ? ownerAfter(field) : undefined));

  function ownerAfter(field: PersonalField): CustomerId | null | undefined {
    const isMoved = after.customerId !== visit.customerId;
    if (!isMoved) return visit.whose?.[field];
    return after.customerId === null ? ownerOf(visit, field) : undefined;
  }
}

/** Whom `field` of the visit is about; null for nobody by name. */
export function ownerOf(visit: Visit, field: PersonalField): CustomerId | null {
  return visit.whose?.[field] === undefined ? visit.customerId : visit.whose[field];
}

export function isBlank(visit: Visit, field: PersonalField): boolean {
  return JSON.stringify(visit[field]) === JSON.stringify(blankVisit[field]);
}

/** The visit with the exceptions that `ownerIn` names, blank fields left out. */
export function withWhose(
  { whose: _before, ...visit }: Visit,
  ownerIn: (field: PersonalField) => CustomerId | null | undefined,
): Visit {
  const whose: Partial<Record<PersonalField, CustomerId | null>> = {};
  for (const field of personalFields) {
    const owner = isBlank(visit, field) ? undefined : ownerIn(field);
    if (owner !== undefined) whose[field] = owner;
  }
  return Object.keys(whose).length === 0 ? visit : { ...visit, whose };
}

function isSame(before: Visit, after: Visit, field: PersonalField): boolean {
  return before.edits[field] === after.edits[field];
}
