// What is printed this week, as plain data: whom, what, why, and under which heading. Never a
// telephone number, a birthday's year or money.

import { cardFrontOf, type CardFront } from '#domain/week/card-front.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureId, GestureKind } from '#domain/week/gesture.ts';
import { answersFeedback, mentionsMoney, type Reason } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import { offerAdviceFor } from '#engine/suggestions/offer-advice.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import {
  canBeGiven,
  gesturesWithCustomers,
  type GestureWithCustomer,
} from './gesture-with-customer.ts';
import { waitingGestures } from './gestures.ts';
import { loadSettings } from '#app/shop/settings.ts';

/** In the order of the paper. `earlier`: decided before this week and still not handed over. */
export const thankYouGroups = ['answers', 'cards', 'offers', 'earlier'] as const;
export type ThankYouGroup = (typeof thankYouGroups)[number];

export interface ThankYou {
  readonly gestureId: GestureId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly group: ThankYouGroup;
  readonly gesture: GestureKind;
  /** What is given, in the shop's words; empty for a plain card or a word. */
  readonly words: string;
  readonly reasons: readonly Reason[];
  /** For an offer: what it should lean on, without money. */
  readonly advice: OfferAdvice | null;
  readonly front: CardFront;
  readonly since: Day;
  readonly isPrinted: boolean;
}

export interface ThankYouList {
  /** The Monday. */
  readonly week: Day;
  /** Grouped in the order of `thankYouGroups`, in the order of deciding within a group. */
  readonly thankYous: readonly ThankYou[];
}

export async function thankYouList(deps: Deps, today: Day): Promise<ThankYouList> {
  const week = mondayOf(today);
  const waiting = await waitingGestures(deps, today);
  const settings = await loadSettings(deps);
  const thankYous = (await gesturesWithCustomers(deps, waiting)).filter(canBeGiven).map((each) => ({
    ...thankYouOf(each, week),
    advice: adviceFor(each, settings, today),
  }));
  return {
    week,
    thankYous: thankYouGroups.flatMap((group) => thankYous.filter((each) => each.group === group)),
  };
}

// The list may lie on the counter: it shows when and how, never how much.
function adviceFor(
  { gesture, history }: GestureWithCustomer,
  settings: Settings,
  today: Day,
): OfferAdvice | null {
  if (gesture.kind !== 'offer' || history === undefined) return null;
  return offerAdviceFor(withoutAmounts(history), settings, today);
}

function thankYouOf(
  { gesture, customerId, name }: GestureWithCustomer,
  week: Day,
): Omit<ThankYou, 'advice'> {
  const { id, kind, words, reasons, plannedOn, printedOn } = gesture;
  return {
    gestureId: id,
    customerId,
    name,
    group: gesture.week < week ? 'earlier' : groupOf(kind, reasons),
    gesture: kind,
    words,
    reasons: reasons.filter((reason) => !mentionsMoney(reason)),
    front: cardFrontOf(reasons),
    since: plannedOn,
    isPrinted: printedOn !== null,
  };
}

function groupOf(kind: GestureKind, reasons: readonly Reason[]): ThankYouGroup {
  if (kind === 'word' || reasons.some(answersFeedback)) return 'answers';
  return kind === 'card' ? 'cards' : 'offers';
}
