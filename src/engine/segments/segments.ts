// Which kinds of customer somebody is, several at once, each with the facts that say so. Every threshold comes from the shop's rules.
// Nobody's kind at all means "now and then".

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Reason } from '#domain/week/reason.ts';
import { segmentKinds, type Membership, type SegmentKind } from '#domain/week/segment.ts';
import { dayAt } from '#lib/day.ts';
import * as facts from '#engine/suggestions/reasons.ts';
import { personOf, type Person } from '#engine/profile/profile.ts';
import { shopOf, type ShopSource } from '#engine/profile/cohort.ts';
import { backAgainOf, risingOf } from '#engine/profile/trend.ts';

/** The kinds of one customer alone, from all histories: kinds like big baskets depend on everybody else. */
export function kindsFor(customerId: CustomerId, source: ShopSource): readonly Membership[] {
  const shop = shopOf(source);
  const history = source.histories.find((each) => each.customerId === customerId);
  return history === undefined ? [] : kindsOf(personOf(history, shop, source.rules));
}

/** The kinds of one person with their evidence, in the order of `segmentKinds`. Empty means now and then. */
export function kindsOf(person: Person): readonly Membership[] {
  const kinds: Membership[] = [];
  for (const kind of segmentKinds) {
    const evidence = evidenceFor[kind](person);
    if (evidence.length > 0) kinds.push({ kind, evidence });
  }
  return kinds;
}

/** What says that a person is of `kind`; empty when they are not. */
export function evidenceOf(person: Person, kind: SegmentKind): readonly Reason[] {
  return evidenceFor[kind](person);
}

/**
 * Whether they have been silent for longer than the rules allow for their own rhythm, and what the shop has learned does not show them
 * likelier back than not: somebody who was always irregular is not leaving by arithmetic alone.
 */
export function isSlipping(person: Person): boolean {
  return isLate(person) && !isLikelyBack(person);
}

/** From this chance to be gone on somebody late is said to be slipping: likelier gone than not. Chances of that height come true about as often. */
const likelierGone = 0.5;

function isLate({ features, late, rules }: Person): boolean {
  const { rhythm, silentDays } = features;
  if (rhythm === null || late === null || silentDays === null) return false;
  return (
    rhythm.gaps >= rules.slippingGaps &&
    late > rules.slippingFactor &&
    silentDays >= rules.slippingDays
  );
}

function isLikelyBack(person: Person): boolean {
  const lost = person.lost();
  return lost !== null && lost < likelierGone;
}

/** How they spread the word after the day `after` (a day number): people sent, shares, friends brought. */
export function wordSpreadAfter(person: Person, after: number): readonly Reason[] {
  return listed(
    facts.sentPeopleOf(person, after),
    facts.sentSomeoneOf(person, after),
    facts.sharedOf(person, after),
    facts.broughtFriendsOf(person, after),
  );
}

/** How they ever spread the word, and what they last told the shop. */
export function wordEverSpread(person: Person): readonly Reason[] {
  return [...wordSpreadAfter(person, Number.NEGATIVE_INFINITY), ...listed(facts.toldUsOf(person))];
}

type Evidence = (person: Person) => readonly Reason[];

const evidenceFor: Readonly<Record<SegmentKind, Evidence>> = {
  slipping: (person) =>
    isSlipping(person)
      ? listed(facts.overdueOf(person), facts.ownRhythmOf(person), facts.togetherOf(person))
      : none,
  'been-away': (person) => (isSlipping(person) ? [] : listed(backAgainOf(person))),
  rising: (person) => (isSlipping(person) ? [] : listed(risingOf(person))),
  advocate: (person) =>
    wordSpreadAfter(person, person.features.today - daysOfMonths(person.rules.advocateMonths)),
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

function regularEvidence(person: Person): readonly Reason[] {
  const { rhythm } = person.features;
  if (rhythm === null || rhythm.gaps < person.rules.regularGaps || isSlipping(person)) return none;
  const isSteady = rhythm.rangeOpen <= person.rules.regularSpread * rhythm.typicalOpen;
  return isSteady ? listed(facts.ownRhythmOf(person), facts.visitsThisYearOf(person)) : none;
}

function bigSpenderEvidence(person: Person): readonly Reason[] {
  const isEnough = person.features.visitDays >= person.rules.bigSpenderVisitDays;
  return isEnough ? listed(facts.bigBasketsOf(person)) : none;
}

function valuedEvidence(person: Person): readonly Reason[] {
  const regular = regularEvidence(person);
  if (regular.length === 0) return none;
  const signs = [
    bigSpenderEvidence(person),
    evidenceFor.advocate(person),
    listed(facts.toldUsOf(person)),
    listed(facts.togetherOf(person)),
  ];
  const shown = signs.filter((sign) => sign.length > 0);
  return shown.length >= person.rules.valuedSigns
    ? [...regular.slice(0, 1), ...shown.flat()]
    : none;
}

function newEvidence(person: Person): readonly Reason[] {
  const { first, today } = person.features;
  return first !== null && today - first <= person.rules.newWeeks * 7
    ? listed(facts.newHereOf(person))
    : none;
}

function onceEvidence({ features, rules }: Person): readonly Reason[] {
  const { last, silentDays, visitDays } = features;
  if (
    visitDays !== 1 ||
    last === null ||
    silentDays === null ||
    silentDays <= rules.oneOffWeeks * 7
  )
    return none;
  return [{ code: 'came-once', day: dayAt(last), silentDays }];
}

function listed(...reasons: readonly (Reason | undefined)[]): readonly Reason[] {
  return reasons.some(isSaid) ? reasons.filter(isSaid) : none;
}

function isSaid(reason: Reason | undefined): reason is Reason {
  return reason !== undefined;
}

// Most people are not of most kinds: they share one empty list.
const none: readonly Reason[] = [];

function daysOfMonths(months: number): number {
  return Math.round((months * 365.25) / 12);
}
