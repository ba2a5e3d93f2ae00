// Which segments somebody is in, several at once, each with the reasons for it. Every threshold
// comes from the shop's rules. In no segment at all means "now and then".

import type { Reason } from '#domain/week/reason.ts';
import { allSegments, type Membership, type Segment } from '#domain/week/segment.ts';
import { dayAt } from '#lib/day.ts';
import {
  bigBasketsOf,
  broughtFriendsOf,
  feedbackGivenOf,
  justLookingOf,
  mostlyReducedOf,
  newHereOf,
  overdueOf,
  ownRhythmOf,
  quickAndEasyOf,
  sentPeopleOf,
  sentSomeoneOf,
  sharedOf,
  togetherOf,
  visitsThisYearOf,
} from './reasons.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { hasEnoughDays } from '#engine/profile/visit-interval.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';
import { backAgainOf, risingOf } from '#engine/profile/rises-and-returns.ts';

/**
 * The segments of one person with their evidence, in the order of `allSegments`. Somebody who died
 * is in none: they do not come less.
 */
export function segmentsOf(profile: Profile): readonly Membership[] {
  const segments: Membership[] = [];
  if (profile.history.facts.died) return segments;
  for (const segment of allSegments) {
    const evidence = evidenceFor[segment](profile);
    if (evidence.length > 0) segments.push({ segment, evidence });
  }
  return segments;
}

/** The evidence for `segment`; empty when they are not in it. */
export function evidenceOf(profile: Profile, segment: Segment): readonly Reason[] {
  return evidenceFor[segment](profile);
}

/**
 * Whether they have been silent for longer than the rules allow, and the model does not make their
 * return likelier than not: somebody always irregular is not leaving by arithmetic alone.
 */
export function isSlipping(profile: Profile): boolean {
  return isLate(profile) && !isLikelyBack(profile);
}

/** Somebody late is slipping when likelier gone than not; such probabilities are calibrated. */
const churnThreshold = 0.5;

function isLate({ features, latenessRatio, rules }: Profile): boolean {
  const { interval, daysSinceLast, emptyDaysSinceLast } = features;
  if (interval === null || latenessRatio === null || daysSinceLast === null) return false;
  return (
    interval.gaps >= rules.slippingGaps &&
    hasEnoughDays(interval) &&
    latenessRatio > rules.slippingFactor &&
    daysSinceLast - emptyDaysSinceLast >= rules.slippingDays
  );
}

function isLikelyBack(profile: Profile): boolean {
  const lost = profile.churnProbability();
  return lost !== null && lost < churnThreshold;
}

/** People sent, shares and friends brought after the day number `after`. */
export function referralReasonsAfter(profile: Profile, after: number): readonly Reason[] {
  return listed(
    sentPeopleOf(profile, after),
    sentSomeoneOf(profile, after),
    sharedOf(profile, after),
    broughtFriendsOf(profile, after),
  );
}

/** How they ever spread the word, and what they last told the shop. */
export function referralReasons(profile: Profile): readonly Reason[] {
  return [
    ...referralReasonsAfter(profile, Number.NEGATIVE_INFINITY),
    ...listed(feedbackGivenOf(profile)),
  ];
}

type Evidence = (profile: Profile) => readonly Reason[];

const evidenceFor: Readonly<Record<Segment, Evidence>> = {
  slipping: (profile) =>
    isSlipping(profile)
      ? listed(overdueOf(profile), ownRhythmOf(profile), togetherOf(profile))
      : none,
  'been-away': (profile) => (isSlipping(profile) ? [] : listed(backAgainOf(profile))),
  rising: (profile) => (isSlipping(profile) ? [] : listed(risingOf(profile))),
  advocate: (profile) =>
    referralReasonsAfter(
      profile,
      profile.features.today - daysOfMonths(profile.rules.advocateMonths),
    ),
  valued: valuedEvidence,
  regular: regularEvidence,
  'big-spender': bigSpenderEvidence,
  'time-saver': (profile) => listed(quickAndEasyOf(profile)),
  new: newEvidence,
  'one-off': onceEvidence,
  'price-led': (profile) =>
    profile.features.visits >= profile.rules.priceLedVisits
      ? listed(mostlyReducedOf(profile))
      : none,
  browser: (profile) => listed(justLookingOf(profile)),
};

function regularEvidence(profile: Profile): readonly Reason[] {
  const { interval } = profile.features;
  if (interval === null || interval.gaps < profile.rules.regularGaps || isSlipping(profile))
    return none;
  const isSteady =
    interval.interquartileOpenDays <= profile.rules.regularSpread * interval.medianOpenDays;
  return isSteady ? listed(ownRhythmOf(profile), visitsThisYearOf(profile)) : none;
}

function bigSpenderEvidence(profile: Profile): readonly Reason[] {
  const isEnough = profile.features.visitDays >= profile.rules.bigSpenderVisitDays;
  return isEnough ? listed(bigBasketsOf(profile)) : none;
}

function valuedEvidence(profile: Profile): readonly Reason[] {
  const regular = regularEvidence(profile);
  if (regular.length === 0) return none;
  const otherCriteria = [
    bigSpenderEvidence(profile),
    evidenceFor.advocate(profile),
    listed(feedbackGivenOf(profile)),
    listed(togetherOf(profile)),
  ];
  const met = otherCriteria.filter((sign) => sign.length > 0);
  return met.length >= profile.rules.valuedSigns ? [...regular.slice(0, 1), ...met.flat()] : none;
}

function newEvidence(profile: Profile): readonly Reason[] {
  const { first, today } = profile.features;
  if (first === null || today - first > profile.rules.newWeeks * 7) return none;
  return isSurelyFirst(first, profile.cohort.logSince) ? listed(newHereOf(profile)) : none;
}

function onceEvidence({ features, rules }: Profile): readonly Reason[] {
  const { last, daysSinceLast, visitDays } = features;
  if (
    visitDays !== 1 ||
    last === null ||
    daysSinceLast === null ||
    daysSinceLast <= rules.oneOffWeeks * 7
  )
    return none;
  return [{ code: 'came-once', day: dayAt(last), silentDays: daysSinceLast }];
}

/** The reasons that hold. */
export function listed(...reasons: readonly (Reason | undefined)[]): readonly Reason[] {
  return reasons.some(isPresent) ? reasons.filter(isPresent) : none;
}

function isPresent(reason: Reason | undefined): reason is Reason {
  return reason !== undefined;
}

// Most people are in few segments: they share one empty list.
const none: readonly Reason[] = [];

function daysOfMonths(months: number): number {
  return Math.round((months * 365.25) / 12);
}
