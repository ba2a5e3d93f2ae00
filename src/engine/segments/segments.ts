// Which kinds of customer somebody is, several at once, each with the facts that say so. Every
// threshold comes from the shop's rules. Nobody's kind at all means "now and then".

import type { Reason } from '#domain/week/reason.ts';
import { allSegments, type Membership, type Segment } from '#domain/week/segment.ts';
import { dayAt } from '#lib/day.ts';
import * as facts from '#engine/suggestions/reasons.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { backAgainOf, risingOf } from '#engine/profile/trend.ts';

/**
 * The kinds of one person with their evidence, in the order of `allSegments`. Empty means now and
 * then.
 */
export function segmentsOf(person: Profile): readonly Membership[] {
  const segments: Membership[] = [];
  for (const kind of allSegments) {
    const evidence = evidenceFor[kind](person);
    if (evidence.length > 0) segments.push({ segment: kind, evidence });
  }
  return segments;
}

/** What says that a person is of `segment`; empty when they are not. */
export function evidenceOf(person: Profile, kind: Segment): readonly Reason[] {
  return evidenceFor[kind](person);
}

/**
 * Whether they have been silent for longer than the rules allow for their own rhythm, and what the
 * shop has learned does not show them likelier back than not: somebody who was always irregular is
 * not leaving by arithmetic alone.
 */
export function isSlipping(person: Profile): boolean {
  return isLate(person) && !isLikelyBack(person);
}

/**
 * From this chance to be gone on somebody late is said to be slipping: likelier gone than not.
 * Chances of that height come true about as often.
 */
const churnThreshold = 0.5;

function isLate({ features, latenessRatio, rules }: Profile): boolean {
  const { interval, daysSinceLast } = features;
  if (interval === null || latenessRatio === null || daysSinceLast === null) return false;
  return (
    interval.gaps >= rules.slippingGaps &&
    latenessRatio > rules.slippingFactor &&
    daysSinceLast >= rules.slippingDays
  );
}

function isLikelyBack(person: Profile): boolean {
  const lost = person.churnProbability();
  return lost !== null && lost < churnThreshold;
}

/**
 * How they spread the word after the day `after` (a day number): people sent, shares, friends
 * brought.
 */
export function referralReasonsAfter(person: Profile, after: number): readonly Reason[] {
  return listed(
    facts.sentPeopleOf(person, after),
    facts.sentSomeoneOf(person, after),
    facts.sharedOf(person, after),
    facts.broughtFriendsOf(person, after),
  );
}

/** How they ever spread the word, and what they last told the shop. */
export function referralReasons(person: Profile): readonly Reason[] {
  return [
    ...referralReasonsAfter(person, Number.NEGATIVE_INFINITY),
    ...listed(facts.feedbackGivenOf(person)),
  ];
}

type Evidence = (person: Profile) => readonly Reason[];

const evidenceFor: Readonly<Record<Segment, Evidence>> = {
  slipping: (person) =>
    isSlipping(person)
      ? listed(facts.overdueOf(person), facts.ownRhythmOf(person), facts.togetherOf(person))
      : none,
  'been-away': (person) => (isSlipping(person) ? [] : listed(backAgainOf(person))),
  rising: (person) => (isSlipping(person) ? [] : listed(risingOf(person))),
  advocate: (person) =>
    referralReasonsAfter(person, person.features.today - daysOfMonths(person.rules.advocateMonths)),
  valued: valuedEvidence,
  regular: regularEvidence,
  'big-spender': bigSpenderEvidence,
  'time-saver': (person) => listed(facts.quickAndEasyOf(person)),
  new: newEvidence,
  'one-off': onceEvidence,
  'price-led': (person) =>
    person.features.visits >= person.rules.priceLedVisits
      ? listed(facts.mostlyReducedOf(person))
      : none,
  browser: (person) => listed(facts.justLookingOf(person)),
};

function regularEvidence(person: Profile): readonly Reason[] {
  const { interval } = person.features;
  if (interval === null || interval.gaps < person.rules.regularGaps || isSlipping(person))
    return none;
  const isSteady =
    interval.interquartileOpenDays <= person.rules.regularSpread * interval.medianOpenDays;
  return isSteady ? listed(facts.ownRhythmOf(person), facts.visitsThisYearOf(person)) : none;
}

function bigSpenderEvidence(person: Profile): readonly Reason[] {
  const isEnough = person.features.visitDays >= person.rules.bigSpenderVisitDays;
  return isEnough ? listed(facts.bigBasketsOf(person)) : none;
}

function valuedEvidence(person: Profile): readonly Reason[] {
  const regular = regularEvidence(person);
  if (regular.length === 0) return none;
  const otherCriteria = [
    bigSpenderEvidence(person),
    evidenceFor.advocate(person),
    listed(facts.feedbackGivenOf(person)),
    listed(facts.togetherOf(person)),
  ];
  const met = otherCriteria.filter((sign) => sign.length > 0);
  return met.length >= person.rules.valuedSigns ? [...regular.slice(0, 1), ...met.flat()] : none;
}

function newEvidence(person: Profile): readonly Reason[] {
  const { first, today } = person.features;
  return first !== null && today - first <= person.rules.newWeeks * 7
    ? listed(facts.newHereOf(person))
    : none;
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

// Most people are not of most kinds: they share one empty list.
const none: readonly Reason[] = [];

function daysOfMonths(months: number): number {
  return Math.round((months * 365.25) / 12);
}
