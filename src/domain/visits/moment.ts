// Something noticed that is no visit: a share, a referral, praise, a complaint, an idea, a tab
// paid.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { VisitId } from './visit.ts';

export type MomentId = Id<'moment'>;

export const momentIdFrom: (text: string) => MomentId = idFrom;

/** All kinds of moment, in the order in which they are offered. */
export const momentKinds = [
  'shared',
  'sent',
  'praise',
  'complaint',
  'idea',
  'paid-late',
  'paid-on-time',
] as const;

export type MomentKind = (typeof momentKinds)[number];

/** What a customer told the shop, which deserves an answer. */
export const feedbackKinds = ['praise', 'complaint', 'idea'] as const satisfies MomentKind[];

export type FeedbackKind = (typeof feedbackKinds)[number];

export function isFeedback(kind: MomentKind): kind is FeedbackKind {
  return feedbackKinds.some((each) => each === kind);
}

export interface MomentFields {
  readonly kind: MomentKind;
  /** Whom they sent, when that person is known. */
  readonly about: CustomerId | null;
  /** In the customer's or the owner's words; may be empty. */
  readonly text: string;
  /** The day it was answered; null while open. Only feedback waits for an answer. */
  readonly answeredOn: Day | null;
  readonly voided: boolean;
}

export interface Moment extends MomentFields, VersionedRow<keyof MomentFields> {
  readonly id: MomentId;
  /** For good: noted of the wrong person, it is undone and noted anew. */
  readonly customerId: CustomerId;
  readonly day: Day;
  readonly visitId: VisitId | null;
  readonly createdAt: number;
}

export function isUnanswered(moment: Pick<Moment, 'kind' | 'answeredOn' | 'voided'>): boolean {
  return !moment.voided && moment.answeredOn === null && isFeedback(moment.kind);
}
