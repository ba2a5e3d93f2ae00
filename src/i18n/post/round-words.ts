// What stands on the line of a round: what is given, what became of it, and why.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { RoundReason } from '#domain/week/round-reason.ts';
import type { Day } from '#lib/day.ts';
import { m } from '#i18n/catalogue.ts';
import { countText, dayText, enumeration, lineOf, namesText } from '#i18n/format.ts';

type RoundGesture = Pick<
  Gesture,
  'kind' | 'words' | 'handedOverOn' | 'way' | 'skippedOn' | 'plannedOn'
>;

/** "Card", "Bottle of wine", "Nothing". */
export function roundGiftText({ skippedOn, kind, words }: RoundGesture): string {
  if (skippedOn !== null) return m.rounds_nothing();
  if (words !== '') return lineOf(words);
  return kind === 'card' ? m.rounds_card() : m.rounds_gift();
}

/** "Card, posted 9 December": what was given, and what became of it. */
export function roundOutcomeText(gesture: RoundGesture, today: Day): string {
  const { handedOverOn, way, skippedOn, plannedOn } = gesture;
  const what = roundGiftText(gesture);
  if (skippedOn !== null) return what;
  if (handedOverOn === null) return m.rounds_never_given({ what });
  // Noted long after it was given, from memory: the day is none.
  if (handedOverOn < plannedOn) return m.rounds_remembered({ what });
  const day = dayText(handedOverOn, today);
  return way === 'post' ? m.rounds_was_posted({ what, day }) : m.rounds_was_given({ what, day });
}

/** Of all that went there the last time; a dash for nothing known. */
export function lastTimeText(gestures: readonly RoundGesture[], today: Day): string {
  const said = new Set(gestures.map((gesture) => roundOutcomeText(gesture, today)));
  return said.size === 0 ? m.rounds_no_last_time() : enumeration([...said]);
}

/** "On the last list, 23 visits this year, sent Tom R. and Hana". */
export function roundReasonsText(
  reasons: readonly RoundReason[],
  nameOf: (id: CustomerId) => string,
): string {
  return lineOf(enumeration(reasons.map((reason) => reasonText(reason, nameOf))));
}

function reasonText(reason: RoundReason, nameOf: (id: CustomerId) => string): string {
  switch (reason.kind) {
    case 'last-time':
      return m.rounds_why_last_time();
    case 'visits':
      return m.rounds_why_visits({ count: reason.days, words: countText(reason.days) });
    case 'sent':
      return m.rounds_why_sent({ names: namesText(reason.people.map(nameOf)) });
    case 'valued':
      return m.rounds_why_valued();
  }
}
