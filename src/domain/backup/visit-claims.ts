// A visit with each of its personal words beside the person it is about and the time since when: as
// two tablets' versions are merged, and as one of them is left when that person is erased.

import type { CustomerId } from '#domain/customers/customer.ts';
import { isBlank, ownerOf, withWhose } from '#domain/visits/changed-visit.ts';
import {
  blankVisit,
  personalFields,
  type PersonalField,
  type Visit,
} from '#domain/visits/visit.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';

/** What a personal field says, and of whom; null for nobody by name, or where it says nothing. */
interface Claim<Field extends PersonalField> {
  readonly value: Visit[Field];
  readonly of: CustomerId | null;
}

/** A visit whose personal fields say of whom they are. */
export type ClaimedVisit = Omit<Visit, PersonalField | 'whose'> & {
  readonly [Field in PersonalField]: Claim<Field>;
};

/**
 * What went along when the visit was given to somebody else is as new as that: it has the
 * timestamp of the move.
 */
export function claimedVisit(visit: Visit): ClaimedVisit {
  const { whose, note, marks, receipt, ...others } = visit;
  const moved = timestampOf(visit, 'customerId');
  const edits = { ...visit.edits };
  for (const field of personalFields) {
    const isMoved = whose?.[field] === undefined && !isBlank(visit, field);
    if (isMoved && moved > timestampOf(visit, field)) edits[field] = moved;
  }
  const of = (field: PersonalField): CustomerId | null =>
    isBlank(visit, field) ? null : ownerOf(visit, field);
  return {
    ...others,
    edits,
    note: { value: note, of: of('note') },
    marks: { value: marks, of: of('marks') },
    receipt: { value: receipt, of: of('receipt') },
  };
}

/** The visit that `claimed` was made of. */
export function visitOf(claimed: ClaimedVisit): Visit {
  const { note, marks, receipt, ...others } = claimed;
  const visit = { ...others, note: note.value, marks: marks.value, receipt: receipt.value };
  const moved = timestampOf(visit, 'customerId');
  return withWhose(visit, (field) => {
    const { of } = claimed[field];
    const isPlain = of === visit.customerId && timestampOf(visit, field) >= moved;
    return isPlain ? undefined : of;
  });
}

/** Without the words that are about somebody of whom `isErased` is true. */
export function withoutClaims(
  claimed: ClaimedVisit,
  isErased: (id: CustomerId | null) => boolean,
): ClaimedVisit {
  const { note, marks, receipt } = blankVisit;
  return {
    ...claimed,
    ...(isErased(claimed.note.of) && { note: { value: note, of: null } }),
    ...(isErased(claimed.marks.of) && { marks: { value: marks, of: null } }),
    ...(isErased(claimed.receipt.of) && { receipt: { value: receipt, of: null } }),
  };
}

function timestampOf(
  { made, edits }: Pick<Visit, 'made' | 'edits'>,
  field: keyof Visit['edits'],
): HlcTimestamp {
  const edited = edits[field];
  return edited === undefined || edited < made ? made : edited;
}
