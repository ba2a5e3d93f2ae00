// A suggestion needs more than its leading fact. This chooses what else is said, from facts that
// already hold, the kindest first: what somebody did for the shop before how they come, and how
// they come before what they spend.

import type { Membership } from '#domain/week/segment.ts';
import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import * as facts from './reasons.ts';
import type { Profile } from '#engine/profile/profile.ts';

/** What the further facts are chosen from. */
export interface SupportingSource {
  readonly person: Profile;
  readonly segments: readonly Membership[];
  /** The leading facts of all occasions, the chosen one first. */
  readonly leads: readonly [Reason, ...Reason[]];
  readonly isSufficient: boolean;
}

/**
 * The reasons of a suggestion: the leading fact and one or two more, or undefined when nothing is
 * worth saying beside it.
 */
export function withSupportingReasons({
  person,
  segments,
  leads,
  isSufficient,
}: SupportingSource): readonly Reason[] | undefined {
  const [lead, ...others] = leads;
  const pool = [
    ...others,
    ...segments.flatMap((membership) => membership.evidence),
    ...alwaysKnown(person),
  ];
  const chosen: Reason[] = [lead];
  for (const code of priority) {
    const reason = pool.find((each) => each.code === code);
    if (reason !== undefined && !chosen.some((each) => isRedundant(each, reason)))
      chosen.push(reason);
    if (chosen.length === maxReasons) return chosen;
  }
  if (chosen.length > 1) return chosen;
  return isSufficient ? [lead, lastThanked(person)] : undefined;
}

const maxReasons = 3;

const priority: readonly ReasonCode[] = [
  'sent-people',
  'sent-someone',
  'shared',
  'brought-friends',
  'birthday',
  'anniversary',
  'milestone',
  'quick-and-easy',
  'pays-on-time',
  'overdue',
  'coming-more',
  'spending-more',
  'back-again',
  'usual-weekday',
  'together',
  'visits-this-year',
  'own-rhythm',
  'told-us',
  'just-looking',
  'new-here',
  'mostly-reduced',
  'big-baskets',
];

// Pairs that would say one thing twice, or two things that sound like a contradiction.
const sameStory: readonly (readonly ReasonCode[])[] = [
  ['overdue', 'coming-more', 'spending-more', 'back-again'],
  ['new-here', 'visits-this-year', 'together', 'came-once'],
  ['anniversary', 'together'],
  ['coming-more', 'visits-this-year'],
  ['complaint-open', 'feedback-open', 'told-us'],
  ['quick-and-easy', 'pays-on-time'],
];

function isRedundant(lead: Reason, reason: Reason): boolean {
  return (
    lead.code === reason.code ||
    sameStory.some((story) => story.includes(lead.code) && story.includes(reason.code))
  );
}

function alwaysKnown(person: Profile): readonly Reason[] {
  const known = [
    facts.usualWeekdayOf(person),
    facts.togetherOf(person),
    facts.visitsThisYearOf(person),
    facts.feedbackGivenOf(person),
    facts.ownRhythmOf(person),
    facts.justLookingOf(person),
  ];
  return known.filter((reason) => reason !== undefined);
}

function lastThanked(person: Profile): Reason {
  const thanked = facts.lastThankedOf(person);
  return { code: 'last-thanked', day: thanked === null ? null : dayAt(thanked) };
}
