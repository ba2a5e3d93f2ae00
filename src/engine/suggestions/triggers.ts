// What makes one person stand out this week: each trigger with its leading reason and with the rule
// that blocks it, if one does. It looks at this person alone: budget, cooldown and the owner's word
// come afterwards.

import type { ExclusionRule } from '#domain/week/suggestion.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { Offer } from '#domain/shop/offer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Membership, Segment } from '#domain/week/segment.ts';
import { dayAt, weekdayOfNumber, type Day } from '#lib/day.ts';
import {
  mostlyReducedOf,
  newHereOf,
  overdueOf,
  ownRhythmOf,
  sentPeopleOf,
} from '#engine/segments/reasons.ts';
import { anniversaryUntil, birthdayUntil, milestoneAfter } from './news-reasons.ts';
import { fittingOffers } from './fitting-offers.ts';
import { isSlipping, referralReasonsAfter } from '#engine/segments/segments.ts';
import type { TriggerKind, SuggestParams } from './params.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { leastRiseLeft } from '#engine/profile/rise-left.ts';
import { backAgainOf, missedDays, risingOf } from '#engine/profile/rises-and-returns.ts';

export interface Trigger {
  readonly kind: TriggerKind;
  readonly lead: Reason;
  /** The offers that fit, the best first; none where a card does; null where a card was meant. */
  readonly offers: readonly Offer[] | null;
  readonly need: number;
  /** Whether the leading reason is enough to act on, or another one of their own is needed. */
  readonly isSufficient: boolean;
  /** The rule that keeps this trigger from being acted on; null when none does. */
  readonly blockedBy: TriggerExclusion | null;
}

/** Rules about the person's own way of coming. */
export type TriggerExclusion = Extract<
  ExclusionRule,
  'lives-elsewhere' | 'only-for-offers' | 'no-post' | 'long-gone' | 'came-once'
>;

/** A person with their segments, the settings, and since when something is news to them. */
export interface TriggerSource {
  readonly profile: Profile;
  readonly segments: readonly Membership[];
  readonly settings: Settings;
  readonly params: SuggestParams;
  /** Day number of the last thanks, or null when never thanked. */
  readonly thanked: number | null;
}

/** All triggers of one person, the greatest need first, blocked ones among them. */
export function triggersOf(source: TriggerSource): readonly Trigger[] {
  const found: Trigger[] = [];
  for (const rule of triggerRules) {
    const trigger = rule(source);
    if (trigger !== undefined) found.push(trigger);
  }
  return found.length < 2 ? found : found.toSorted((a, b) => b.need - a.need);
}

type TriggerRule = (source: TriggerSource) => Trigger | undefined;

const triggerRules: readonly TriggerRule[] = [
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

function sentPeople(source: TriggerSource): Trigger | undefined {
  const lead = sentPeopleOf(source.profile, newsAfter(source));
  return lead && triggerFor(source, 'sent-people', { lead, isSufficient: true });
}

function spreadTheWord(source: TriggerSource): Trigger | undefined {
  const lead = referralReasonsAfter(source.profile, newsAfter(source)).find(
    (reason) => reason.code !== 'sent-people',
  );
  return lead && triggerFor(source, 'spread-the-word', { lead, isSufficient: true });
}

function slipping(source: TriggerSource): Trigger | undefined {
  const { profile, segments, settings } = source;
  const lead = isSlipping(profile) ? overdueOf(profile) : undefined;
  if (lead === undefined) return undefined;
  const priceLed = isInSegment(segments, 'price-led');
  const offers = priceLed ? null : fittingOffers(profile, settings, source.params);
  return triggerFor(source, 'slipping', {
    lead,
    offers,
    need: slippingNeed(source),
    blockedBy: isLongGone(source)
      ? 'long-gone'
      : (contactExclusion(profile) ??
        (priceLed && settings.focus === 'valued' ? 'only-for-offers' : null) ??
        // Somebody who stays away can only be reached by letter.
        (profile.history.facts.noPost ? 'no-post' : null)),
  });
}

function birthday(source: TriggerSource): Trigger | undefined {
  const { profile, params } = source;
  const { lastSeen, today } = profile.features;
  if (lastSeen === null || today - lastSeen > params.birthdaySeenDays) return undefined;
  const lead = birthdayUntil(profile, endOfNextWeek(today));
  return lead && triggerFor(source, 'birthday', { lead });
}

function rising(source: TriggerSource): Trigger | undefined {
  const lead = isInSegment(source.segments, 'rising') ? risingOf(source.profile) : undefined;
  return (
    lead && triggerFor(source, 'rising', { lead, isSufficient: true, need: risingNeed(source) })
  );
}

function anniversary(source: TriggerSource): Trigger | undefined {
  const { profile, params } = source;
  const { lastSeen, today, year } = profile.features;
  if (lastSeen === null || today - lastSeen > params.birthdaySeenDays || year.visitDays < 3)
    return undefined;
  const lead = anniversaryUntil(profile, endOfNextWeek(today));
  return lead && triggerFor(source, 'anniversary', { lead });
}

function milestone(source: TriggerSource): Trigger | undefined {
  const { profile, params } = source;
  const lead = milestoneAfter(
    profile,
    Math.max(profile.features.today - params.newsDays, source.thanked ?? -Infinity),
  );
  return lead && triggerFor(source, 'milestone', { lead });
}

function neverThanked(source: TriggerSource): Trigger | undefined {
  const { profile, segments, params, thanked } = source;
  if (!isInSegment(segments, 'regular')) return undefined;
  if (thanked !== null && profile.features.today - thanked < params.thankAgainDays)
    return undefined;
  const lead = ownRhythmOf(profile);
  return lead && triggerFor(source, 'never-thanked', { lead, isSufficient: true });
}

function backAgain(source: TriggerSource): Trigger | undefined {
  const { profile, params, thanked } = source;
  const { today } = profile.features;
  const lead = isInSegment(source.segments, 'been-away') ? backAgainOf(profile) : undefined;
  if (lead === undefined || missedDays(lead) < params.backAgainDays) return undefined;
  const newsFrom = dayAt(Math.max(today - params.newsDays, thanked ?? -Infinity));
  return lead.day > newsFrom
    ? triggerFor(source, 'back-again', { lead, blockedBy: contactExclusion(profile) })
    : undefined;
}

function secondVisit(source: TriggerSource): Trigger | undefined {
  const { profile, thanked, params } = source;
  const { visitDays, daysSinceLast } = profile.features;
  if (!isInSegment(source.segments, 'new') || visitDays < 2 || thanked !== null) return undefined;
  // Who has been away for so long is not just coming back, however new.
  if ((daysSinceLast ?? 0) > params.backAgainDays) return undefined;
  const lead = newHereOf(profile);
  const blockedBy =
    contactExclusion(profile) ??
    (mostlyReducedOf(profile) === undefined ? null : 'only-for-offers');
  return lead && triggerFor(source, 'second-visit', { lead, isSufficient: true, blockedBy });
}

// Always blocked: one visit and then silence is no reason to court anybody, however much was spent.
// It is here so that the list of exclusions can name the rule.
function cameOnce(source: TriggerSource): Trigger | undefined {
  const { profile, segments } = source;
  const lead = segments.find((membership) => membership.segment === 'one-off')?.evidence[0];
  if (lead === undefined) return undefined;
  const reduced = mostlyReducedOf(profile) === undefined ? null : 'only-for-offers';
  return triggerFor(source, 'second-visit', {
    lead,
    need: 0,
    blockedBy: contactExclusion(profile) ?? reduced ?? 'came-once',
  });
}

interface TriggerParts {
  readonly lead: Reason;
  readonly offers?: Trigger['offers'];
  readonly need?: number;
  readonly isSufficient?: boolean;
  readonly blockedBy?: TriggerExclusion | null;
}

// Of equal value a card comes before a discount, so a trigger asks for a card unless it says
// otherwise.
function triggerFor({ params }: TriggerSource, kind: TriggerKind, parts: TriggerParts): Trigger {
  return {
    kind,
    offers: null,
    need: params.need[kind],
    isSufficient: false,
    blockedBy: null,
    ...parts,
  };
}

// In full where half of such a rise lasts; a shop that has not learned it yet is taken for one
// where it just lasts long enough to be called one.
function risingNeed({ profile, params }: TriggerSource): number {
  const left = profile.cohort.riseLeft ?? leastRiseLeft;
  return params.need.rising * Math.min(1, 0.5 + left);
}

// The chance to bring somebody back fades with every gap, is small where such silences were usual,
// and was never great for passers-by.
function slippingNeed({ profile, params, segments }: TriggerSource): number {
  const { openGaps, openDaysSinceLast, interval } = profile.features;
  const fade = Math.min(
    params.maxFade,
    Math.max(0, (profile.latenessRatio ?? 0) - params.fadeFrom) * params.fadePerGap,
  );
  const longerGapShare =
    openGaps.filter((gap) => gap >= (openDaysSinceLast ?? 0)).length / Math.max(1, openGaps.length);
  const isSteady =
    interval !== null &&
    interval.gaps >= profile.rules.regularGaps &&
    interval.interquartileOpenDays <= profile.rules.regularSpread * interval.medianOpenDays;
  const deduction =
    longerGapShare * params.usualSilencePenalty +
    (isSteady ? 0 : params.irregularPenalty) +
    (isInSegment(segments, 'new') ? params.newcomerPenalty : 0);
  return params.need.slipping - fade - deduction;
}

function contactExclusion({ history }: Profile): TriggerExclusion | null {
  return history.facts.local === false ? 'lives-elsewhere' : null;
}

// Silent for too long, or still silent after something was done for them: once is enough.
function isLongGone({ profile, params, thanked }: TriggerSource): boolean {
  if (thanked !== null && thanked >= (profile.features.last ?? thanked)) return true;
  const silent = profile.features.daysSinceLast ?? 0;
  const isLong =
    (profile.latenessRatio ?? 0) > params.goneGaps && silent > profile.rules.oneOffWeeks * 7;
  return silent > params.goneDays || isLong;
}

function newsAfter({ profile, thanked }: TriggerSource): number {
  const window = Math.round((profile.rules.advocateMonths * 365.25) / 12);
  return Math.max(profile.features.today - window, thanked ?? -Infinity);
}

/** Whether a person is in a segment. */
export function isInSegment(segments: readonly Membership[], segment: Segment): boolean {
  return segments.some((membership) => membership.segment === segment);
}

/** The Sunday after next: dates of this week and the next are announced in time. */
function endOfNextWeek(today: number): Day {
  return dayAt(today + 14 - weekdayOfNumber(today));
}
