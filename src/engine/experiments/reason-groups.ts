// Which story a gesture was given for: its leading reason, in a few groups large enough to learn
// from. Only the reasons stored with the gesture count: why somebody was thanked is settled on the
// day of the decision.

import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import type { TriggerKind } from '#engine/suggestions/params.ts';

/** A trigger, an answer to feedback, or the owner's own idea without a suggestion. */
export type ReasonGroup = TriggerKind | 'feedback' | 'own-idea';

/** The group of a gesture by its leading reason; `own-idea` when there is none. */
export function reasonGroupOf(reasons: readonly Reason[]): ReasonGroup {
  const [lead] = reasons;
  return lead === undefined ? 'own-idea' : groupOfLead[lead.code];
}

const groupOfLead: Readonly<Record<ReasonCode, ReasonGroup>> = {
  'complaint-open': 'feedback',
  'feedback-open': 'feedback',
  'told-us': 'feedback',
  'sent-people': 'sent-people',
  'sent-someone': 'spread-the-word',
  shared: 'spread-the-word',
  'brought-friends': 'spread-the-word',
  overdue: 'slipping',
  birthday: 'birthday',
  'coming-more': 'rising',
  'spending-more': 'rising',
  anniversary: 'anniversary',
  together: 'anniversary',
  milestone: 'milestone',
  'own-rhythm': 'never-thanked',
  'usual-weekday': 'never-thanked',
  'visits-this-year': 'never-thanked',
  'last-thanked': 'never-thanked',
  'quick-and-easy': 'never-thanked',
  'pays-on-time': 'never-thanked',
  'big-baskets': 'never-thanked',
  'back-again': 'back-again',
  'new-here': 'second-visit',
  'came-once': 'second-visit',
  'mostly-reduced': 'own-idea',
  'just-looking': 'own-idea',
  'reserved-place': 'own-idea',
};
