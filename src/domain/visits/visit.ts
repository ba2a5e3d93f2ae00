// Somebody was here. A visit is a fact: it is never deleted, a mistake is voided.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type VisitId = Id<'visit'>;

export const visitIdFrom: (text: string) => VisitId = idFrom;

/** `browsed`: came in and looked, bought nothing. */
export type VisitKind = 'bought' | 'browsed';

/** One tap on a visit: brought a friend, shared us online, told us something, quick and easy. */
export const visitMarks = ['friend', 'shared', 'told', 'easy'] as const;

export type VisitMark = (typeof visitMarks)[number];

/** What of a visit tells of a person, and goes when they are erased. */
export const personalFields = ['note', 'marks', 'receipt'] as const;

export type PersonalField = (typeof personalFields)[number];

/** Whom personal fields are about, where that is not simply the visit's customer. */
export type Whose = Readonly<Partial<Record<PersonalField, CustomerId | null>>>;

export interface VisitFields {
  /** Null for someone without a name. */
  readonly customerId: CustomerId | null;
  /** The instant, epoch ms; local noon when the time is unknown. */
  readonly at: number;
  /** The day in the shop's zone at the time of writing, never recomputed. */
  readonly day: Day;
  /** The minute of that day, 0–1439, or null when the time is unknown. */
  readonly minute: number | null;
  readonly kind: VisitKind;
  /** Minor units, tips out, or null when not noted. */
  readonly amount: number | null;
  readonly reduced: boolean;
  /** Without repeats, in the order of `visitMarks`. */
  readonly marks: readonly VisitMark[];
  readonly note: string;
  /** The number of the till's receipt it came with, or null when it was tapped. */
  readonly receipt: string | null;
  readonly voided: boolean;
}

/** One visit, of somebody by name or of nobody in particular. */
export interface Visit extends VisitFields, VersionedRow<keyof VisitFields> {
  readonly id: VisitId;
  /** The import it came with, or null when it was tapped. */
  readonly importId: ImportId | null;
  /** Epoch ms of writing. */
  readonly createdAt: number;
  /** Only where something on it is not about its customer: see `changed-visit.ts`. */
  readonly whose?: Whose;
}

/** A visit before it is on the disk; the transaction adds the timestamps. */
export type VisitDraft = Omit<Visit, 'made' | 'edits'>;

export const blankVisit = {
  amount: null,
  reduced: false,
  marks: [],
  note: '',
  receipt: null,
  importId: null,
  voided: false,
} as const;

/** A second tap on a customer within this time opens the first visit: wet fingers touch twice. */
export const repeatMinutes = 10;

/** The amount that counts: nothing is spent while just looking. */
export function spentOn(visit: Visit): number | null {
  return visit.kind === 'bought' ? visit.amount : null;
}

/** `marks` with `mark` put on or taken off, in the order of `visitMarks`. */
export function withMarkToggled(
  marks: readonly VisitMark[],
  mark: VisitMark,
): readonly VisitMark[] {
  return visitMarks.filter((each) => (each === mark) !== marks.includes(each));
}

/** For `toSorted`: the latest visit first, of the same minute the one noted last. */
export function latestVisitFirst(
  a: Pick<VisitDraft, 'at' | 'id'>,
  b: Pick<VisitDraft, 'at' | 'id'>,
): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
