// A suggestion needs more than its leading reason. This chooses what else is said, the kindest
// first: what somebody did for the shop before how they come, and how they come before what they
// spend.

import type { Membership } from '#domain/week/segment.ts';
import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import {
  feedbackGivenOf,
  justLookingOf,
  ownRhythmOf,
  togetherOf,
  usualWeekdayOf,
  visitsThisYearOf,
} from '#engine/segments/reasons.ts';
import { lastThankedOf } from './news-reasons.ts';
import { defaultSuggestParams } from './params.ts';
import { missedDays } from '#engine/profile/rises-and-returns.ts';
import type { Profile } from '#engine/profile/profile.ts';

/** What the further reasons are chosen from. */
export interface SupportingSource {
  readonly profile: Profile;
  readonly segments: readonly Membership[];
  /** The leading reasons of all triggers, the chosen one first. */
  readonly leads: readonly [Reason, ...Reason[]];
  readonly isSufficient: boolean;
}

/** The leading reason and one or two more; undefined when nothing is worth saying beside it. */
export function withSupportingReasons({
  profile,
  segments,
  leads,
  isSufficient,
}: SupportingSource): readonly Reason[] | undefined {
  const [lead, ...others] = leads;
  const pool = [
    ...others,
    ...segments.flatMap((membership) => membership.evidence.filter(isWorthSaying)),
    ...alwaysKnown(profile),
  ];
  const chosen: Reason[] = [lead];
  for (const code of priority) {
    const reason = pool.find((each) => each.code === code);
    if (reason !== undefined && !chosen.some((each) => isRedundant(each, reason)))
      chosen.push(reason);
    if (chosen.length === maxReasons) return chosen;
  }
  if (chosen.length > 1) return chosen;
  return isSufficient ? [lead, lastThanked(profile)] : undefined;
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

// Reasons that would say one thing twice, or sound like a contradiction.
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

// Nine days away are nothing to tell the owner about.
function isWorthSaying(reason: Reason): boolean {
  return reason.code !== 'back-again' || missedDays(reason) >= defaultSuggestParams.backAgainDays;
}

function alwaysKnown(profile: Profile): readonly Reason[] {
  const known = [
    usualWeekdayOf(profile),
    togetherOf(profile),
    visitsThisYearOf(profile),
    feedbackGivenOf(profile),
    ownRhythmOf(profile),
    justLookingOf(profile),
  ];
  return known.filter((reason) => reason !== undefined);
}

function lastThanked(profile: Profile): Reason {
  const thanked = lastThankedOf(profile);
  return { code: 'last-thanked', day: thanked === null ? null : dayAt(thanked) };
}
