// What makes one person stand out this week, each occasion with its leading fact and with the rule that bars it, if one does.
// Thinking only of this person: budget, rest and the owner's word are weighed afterwards.

import type { GestureKind } from '#domain/week/gesture.ts';
import type { ExclusionRule } from '#domain/week/suggestion.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Membership, SegmentKind } from '#domain/week/segment.ts';
import { dayAt, weekdayOfNumber, type Day } from '#lib/day.ts';
import * as facts from './reasons.ts';
import { isSlipping, wordSpreadAfter } from '#engine/segments/segments.ts';
import type { OccasionKind, SuggestParams } from './params.ts';
import type { Person } from '#engine/profile/profile.ts';
import { backAgainOf, risingOf } from '#engine/profile/trend.ts';

export interface Occasion {
  readonly kind: OccasionKind;
  readonly lead: Reason;
  readonly gesture: Exclude<GestureKind, 'word'>;
  readonly need: number;
  /** Whether the leading fact and "never thanked" are enough to act on, or another fact of their own is needed. */
  readonly standsAlone: boolean;
  /** The rule that keeps this occasion from being acted on; null when none does. */
  readonly barredBy: OccasionBar | null;
}

/** Rules about the person's own way of coming. */
export type OccasionBar = Extract<
  ExclusionRule,
  'lives-elsewhere' | 'only-for-offers' | 'no-post' | 'long-gone' | 'came-once'
>;

/** A person with their kinds, what the shop wants, and since when something is news to them. */
export interface OccasionSource {
  readonly person: Person;
  readonly kinds: readonly Membership[];
  readonly settings: Settings;
  readonly params: SuggestParams;
  /** Day number of the last thanks, or null when never thanked. */
  readonly thanked: number | null;
}

/** All occasions of one person, the greatest need first. Those that a rule bars are among them. */
export function occasionsOf(source: OccasionSource): readonly Occasion[] {
  const found: Occasion[] = [];
  for (const make of occasionMakers) {
    const made = make(source);
    if (made !== undefined) found.push(made);
  }
  return found.length < 2 ? found : found.toSorted((a, b) => b.need - a.need);
}

type OccasionMaker = (source: OccasionSource) => Occasion | undefined;

const occasionMakers: readonly OccasionMaker[] = [
  sentPeople,
  spreadTheWord,
  slipping,
  birthday,
  rising,
  anniversary,
  milestone,
  neverThanked,
  backAgain,
  secondVisit,
  cameOnce,
];

function sentPeople(source: OccasionSource): Occasion | undefined {
  const lead = facts.sentPeopleOf(source.person, newsAfter(source));
  return lead && occasion(source, 'sent-people', { lead, standsAlone: true });
}

function spreadTheWord(source: OccasionSource): Occasion | undefined {
  const lead = wordSpreadAfter(source.person, newsAfter(source)).find(
    (reason) => reason.code !== 'sent-people',
  );
  return lead && occasion(source, 'spread-the-word', { lead, standsAlone: true });
}

function slipping(source: OccasionSource): Occasion | undefined {
  const { person, kinds, settings } = source;
  const lead = isSlipping(person) ? facts.overdueOf(person) : undefined;
  if (lead === undefined) return undefined;
  const priceLed = isOf(kinds, 'price-led');
  const gesture = !priceLed && isWorthAnOffer(source) ? 'offer' : 'card';
  return occasion(source, 'slipping', {
    lead,
    gesture,
    need: slippingNeed(source),
    barredBy: isGone(source)
      ? 'long-gone'
      : (courtingBar(person) ??
        (priceLed && settings.focus === 'valued' ? 'only-for-offers' : null) ??
        // Somebody who stays away can only be reached by letter.
        (person.history.facts.noPost ? 'no-post' : null)),
  });
}

function birthday(source: OccasionSource): Occasion | undefined {
  const { person, params } = source;
  const { lastSeen, today } = person.features;
  if (lastSeen === null || today - lastSeen > params.birthdaySeenDays) return undefined;
  const lead = facts.birthdayUntil(person, endOfNextWeek(today));
  return lead && occasion(source, 'birthday', { lead });
}

function rising(source: OccasionSource): Occasion | undefined {
  const lead = isOf(source.kinds, 'rising') ? risingOf(source.person) : undefined;
  return lead && occasion(source, 'rising', { lead, standsAlone: true });
}

function anniversary(source: OccasionSource): Occasion | undefined {
  const { person, params } = source;
  const { lastSeen, today, year } = person.features;
  if (lastSeen === null || today - lastSeen > params.birthdaySeenDays || year.visitDays < 3)
    return undefined;
  const lead = facts.anniversaryUntil(person, endOfNextWeek(today));
  return lead && occasion(source, 'anniversary', { lead });
}

function milestone(source: OccasionSource): Occasion | undefined {
  const { person, params } = source;
  const lead = facts.milestoneAfter(
    person,
    Math.max(person.features.today - params.newsDays, source.thanked ?? -Infinity),
  );
  return lead && occasion(source, 'milestone', { lead });
}

function neverThanked(source: OccasionSource): Occasion | undefined {
  const { person, kinds, params, thanked } = source;
  if (!isOf(kinds, 'regular')) return undefined;
  if (thanked !== null && person.features.today - thanked < params.thankAgainDays) return undefined;
  const lead = facts.ownRhythmOf(person);
  return lead && occasion(source, 'never-thanked', { lead, standsAlone: true });
}

function backAgain(source: OccasionSource): Occasion | undefined {
  const { person, params, thanked } = source;
  const { today } = person.features;
  const lead = isOf(source.kinds, 'been-away') ? backAgainOf(person) : undefined;
  if (lead?.code !== 'back-again' || lead.awayDays < params.backAgainDays) return undefined;
  const newsFrom = dayAt(Math.max(today - params.newsDays, thanked ?? -Infinity));
  return lead.day > newsFrom
    ? occasion(source, 'back-again', { lead, barredBy: courtingBar(person) })
    : undefined;
}

function secondVisit(source: OccasionSource): Occasion | undefined {
  const { person, thanked } = source;
  if (!isOf(source.kinds, 'new') || person.features.visitDays < 2 || thanked !== null)
    return undefined;
  const lead = facts.newHereOf(person);
  const barredBy =
    courtingBar(person) ?? (facts.mostlyReducedOf(person) === undefined ? null : 'only-for-offers');
  return lead && occasion(source, 'second-visit', { lead, standsAlone: true, barredBy });
}

// Always barred: one visit and then silence is no reason to court anybody, however much was spent. It is here so that the list of
// those left out can say which rule it was.
function cameOnce(source: OccasionSource): Occasion | undefined {
  const { person, kinds } = source;
  const lead = kinds.find((membership) => membership.kind === 'one-off')?.evidence[0];
  if (lead === undefined) return undefined;
  const reduced = facts.mostlyReducedOf(person) === undefined ? null : 'only-for-offers';
  return occasion(source, 'second-visit', {
    lead,
    need: 0,
    barredBy: courtingBar(person) ?? reduced ?? 'came-once',
  });
}

interface OccasionParts {
  readonly lead: Reason;
  readonly gesture?: Occasion['gesture'];
  readonly need?: number;
  readonly standsAlone?: boolean;
  readonly barredBy?: OccasionBar | null;
}

// At equal good a card comes before a discount, so a card is what an occasion asks for unless it says otherwise.
function occasion({ params }: OccasionSource, kind: OccasionKind, parts: OccasionParts): Occasion {
  return {
    kind,
    gesture: 'card',
    need: params.need[kind],
    standsAlone: false,
    barredBy: null,
    ...parts,
  };
}

// The chance to bring somebody back fades with every gap, is small where such silences were usual, and was never great for passers-by.
function slippingNeed({ person, params, kinds }: OccasionSource): number {
  const { openGaps, silentOpenDays, rhythm } = person.features;
  const fade = Math.min(
    params.fadeCeiling,
    Math.max(0, (person.late ?? 0) - params.fadeFrom) * params.fadePerGap,
  );
  const asLong =
    openGaps.filter((gap) => gap >= (silentOpenDays ?? 0)).length / Math.max(1, openGaps.length);
  const isSteady =
    rhythm !== null &&
    rhythm.gaps >= person.rules.regularGaps &&
    rhythm.rangeOpen <= person.rules.regularSpread * rhythm.typicalOpen;
  const less =
    asLong * params.seenBefore +
    (isSteady ? 0 : params.neverSteady) +
    (isOf(kinds, 'new') ? params.stillNew : 0);
  return params.need.slipping - fade - less;
}

function courtingBar({ history }: Person): OccasionBar | null {
  return history.facts.local === false ? 'lives-elsewhere' : null;
}

// Silent for too long, or still silent after something was done for them: once is enough.
function isGone({ person, params, thanked }: OccasionSource): boolean {
  if (thanked !== null && thanked >= (person.features.last ?? thanked)) return true;
  const silent = person.features.silentDays ?? 0;
  const isLong = (person.late ?? 0) > params.goneGaps && silent > person.rules.oneOffWeeks * 7;
  return silent > params.goneDays || isLong;
}

function isWorthAnOffer({ person, params, settings }: OccasionSource): boolean {
  const spent = person.features.year.sum;
  return (
    person.features.visitDays >= params.courtVisitDays ||
    spent >= params.courtSpendTimes * settings.offerCost
  );
}

function newsAfter({ person, thanked }: OccasionSource): number {
  const window = Math.round((person.rules.advocateMonths * 365.25) / 12);
  return Math.max(person.features.today - window, thanked ?? -Infinity);
}

/** Whether a person is of a kind. */
export function isOf(kinds: readonly Membership[], kind: SegmentKind): boolean {
  return kinds.some((membership) => membership.kind === kind);
}

/** The Sunday after next: dates of this week and the next are told in time. */
function endOfNextWeek(today: number): Day {
  return dayAt(today + 14 - weekdayOfNumber(today));
}
