// The front of a card follows from why it is given, so that the owner need not choose.

import type { Reason, ReasonCode } from './reason.ts';

export type CardFront = 'thank-you' | 'welcome' | 'birthday' | 'good-to-see-you';

/** The front of a card given for `reasons`, the leading one first; mostly a thank-you. */
export function cardFrontOf(reasons: readonly Reason[]): CardFront {
  const [lead] = reasons;
  return (lead === undefined ? undefined : greetings[lead.code]) ?? 'thank-you';
}

const greetings: Readonly<Partial<Record<ReasonCode, CardFront>>> = {
  birthday: 'birthday',
  'new-here': 'welcome',
  overdue: 'good-to-see-you',
  'back-again': 'good-to-see-you',
  'came-once': 'good-to-see-you',
};
