// What the shop does for somebody: a card, an offer, or a word. Its days say how far it is; visits
// say whether somebody came back.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Reason } from './reason.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type GestureId = Id<'gesture'>;

export const gestureIdFrom: (text: string) => GestureId = idFrom;

/** A thank-you card, something given (an offer), or a personal word from the owner. */
export type GestureKind = 'card' | 'offer' | 'word';

export interface GestureFields {
  readonly kind: GestureKind;
  /** What is given, in the shop's words ("sausages, no charge"); empty for a plain card. */
  readonly words: string;
  /** Minor units. */
  readonly cost: number;
  readonly printedOn: Day | null;
  readonly handedOverOn: Day | null;
  /** Set when the suggestion was passed over; it then never was a plan. */
  readonly skippedOn: Day | null;
  readonly expiresOn: Day | null;
  /** Coming back within so many days after it was handed over counts; fixed when given. */
  readonly windowDays: number | null;
  readonly voided: boolean;
}

/** One card, offer or word for one customer, from the plan to the hand-over. */
export interface Gesture extends GestureFields, VersionedRow<keyof GestureFields> {
  readonly id: GestureId;
  readonly customerId: CustomerId;
  /** The reasons as they were when it was decided, the leading one first. */
  readonly reasons: readonly Reason[];
  /** The Monday of the week it was decided in. */
  readonly week: Day;
  readonly plannedOn: Day;
  readonly createdAt: number;
}

export type GestureState = 'planned' | 'printed' | 'handed-over' | 'skipped' | 'taken-back';

export function gestureStateOf(
  gesture: Pick<Gesture, 'voided' | 'skippedOn' | 'handedOverOn' | 'printedOn'>,
): GestureState {
  if (gesture.voided) return 'taken-back';
  if (gesture.skippedOn !== null) return 'skipped';
  if (gesture.handedOverOn !== null) return 'handed-over';
  return gesture.printedOn === null ? 'planned' : 'printed';
}

/** Whether it waits to be handed over on `today`: decided, not given, not run out. */
export function isPending(
  gesture: Pick<Gesture, 'voided' | 'skippedOn' | 'handedOverOn' | 'printedOn' | 'expiresOn'>,
  today: Day,
): boolean {
  const state = gestureStateOf(gesture);
  return (
    (state === 'planned' || state === 'printed') &&
    (gesture.expiresOn === null || gesture.expiresOn >= today)
  );
}
