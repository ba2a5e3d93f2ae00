// What the shop does for somebody: a card, an offer, a word, a perk that was due, or a message. Its
// days say how far it is; visits say whether somebody came back.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import { gestureStateOf, type GestureDays } from './gesture-state.ts';
import { isStillWaiting } from './still-waiting.ts';
import type { PerkId } from './perk.ts';
import type { Reason } from './reason.ts';
import type { RoundId } from './round.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type GestureId = Id<'gesture'>;

export const gestureIdFrom: (text: string) => GestureId = idFrom;

/** A thank-you card, something given (an offer), or a personal word from the owner. */
export const plannedKinds = ['card', 'offer', 'word'] as const;

/** What the week may suggest. */
export type PlannedKind = (typeof plannedKinds)[number];

/** Besides those, a perk of the poster that was given, or a message that was sent. */
export type GestureKind = PlannedKind | 'perk' | 'message';

/** How it reached somebody. */
export const gestureWays = ['hand', 'post', 'email', 'text', 'call'] as const;

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
  /** The list it is a line of: a Christmas, for example. */
  readonly roundId: RoundId | null;
  /** The perk it gives, and the which-th time. */
  readonly perkId: PerkId | null;
  readonly perkRound: number | null;
  /** Whose home it went to, where one card is for all. */
  readonly householdId: HouseholdId | null;
  readonly way: (typeof gestureWays)[number] | null;
  /** What a message was for: news are no thanks. */
  readonly purpose: 'thanks' | 'news' | null;
  /** Set when somebody did not want it. */
  readonly declinedOn: Day | null;
  readonly voided: boolean;
}

/** A gesture of which nothing has happened yet. */
export const blankGesture = {
  words: '',
  cost: 0,
  printedOn: null,
  handedOverOn: null,
  skippedOn: null,
  expiresOn: null,
  windowDays: null,
  roundId: null,
  perkId: null,
  perkRound: null,
  householdId: null,
  way: null,
  purpose: null,
  declinedOn: null,
  voided: false,
} as const satisfies Omit<GestureFields, 'kind'>;

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

/** Whether it was decided by the week: perks, messages and rounds keep to no budget and no rest. */
export function isWeekly({ kind, roundId }: Pick<Gesture, 'kind' | 'roundId'>): boolean {
  return kind !== 'perk' && kind !== 'message' && roundId === null;
}

/** Whether the week takes it for thanks: what it decided itself, and thanks in writing. */
export function isThanks(gesture: Pick<Gesture, 'kind' | 'roundId' | 'purpose'>): boolean {
  return isWeekly(gesture) || (gesture.kind === 'message' && gesture.purpose === 'thanks');
}

/** Whether it waits to be handed over on `today`: decided lately, not given, not run out. */
export function isPending(
  gesture: GestureDays & Pick<Gesture, 'week' | 'expiresOn'>,
  today: Day,
): boolean {
  const { week, expiresOn } = gesture;
  const isWaiting = isStillWaiting({ state: gestureStateOf(gesture), week }, today);
  return isWaiting && (expiresOn === null || expiresOn >= today);
}
