// Each person's best case for this week, or the rule that excludes them, from one computation: a
// suggestion and its why-not cannot disagree.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { PlannedKind } from '#domain/week/gesture.ts';
import type { Offer } from '#domain/shop/offer.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Membership } from '#domain/week/segment.ts';
import type { OfferAdvice, OfferWorth } from '#domain/week/suggestion.ts';
import { dayAt, dayNumber } from '#lib/day.ts';
import { answerCooldownFor, ownerOptOut, cooldownFor, type ExclusionReason } from './exclusions.ts';
import { lastThankedOf, openFeedbackOf, type OpenFeedback } from './news-reasons.ts';
import { upliftWeight, spendPointsOf, type UpliftSource } from './expected-value.ts';
import { segmentsOf } from '#engine/segments/segments.ts';
import {
  isInSegment,
  triggersOf,
  type Trigger,
  type TriggerExclusion,
  type TriggerSource,
} from './triggers.ts';
import { offerAdviceOf } from './offer-advice.ts';
import { offerWorthOf } from './offer-worth.ts';
import type { TriggerKind } from './params.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { withSupportingReasons } from './supporting-reasons.ts';

/** Somebody who stands out and whom no rule excludes. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDay: number;
  readonly gesture: PlannedKind;
  /** The offers that fit, the best first; null where no offer was asked for. */
  readonly offers: readonly Offer[] | null;
  /** Computed when asked for: thousands may stand out, and only those on the list are explained. */
  readonly reasons: () => readonly Reason[];
  readonly segments: readonly Membership[];
  readonly isAnswer: boolean;
  /** What makes them stand out; null for an answer to feedback. */
  readonly trigger: TriggerKind | null;
  /** Who may take the place reserved for somebody who is not a big spender. */
  readonly reservedRole: 'newcomer' | 'advocate' | null;
  readonly score: number;
  /** The learned weight of the trigger: with the score it makes the expected value. */
  readonly upliftWeight: number;
  readonly isInFocus: boolean;
  readonly advice: () => OfferAdvice | null;
  readonly worth: () => OfferWorth | null;
}

/** Somebody excluded, by which rule, and how near they were. */
export interface Excluded {
  readonly kind: 'excluded';
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDay: number;
  readonly exclusion: ExclusionReason;
  readonly score: number;
}

export interface CandidateSource extends UpliftSource {
  readonly profile: Profile;
  readonly settings: Settings;
}

/** Whether this person is a candidate this week. */
export function candidateOf({
  profile,
  settings,
  params,
  effects,
}: CandidateSource): Candidate | Excluded {
  const { history, features } = profile;
  const optOut = ownerOptOut({ history });
  if (optOut !== undefined) return excluded(profile, optOut);
  const segments = segmentsOf(profile);
  const thanked = lastThankedOf(profile);
  const source = { profile, settings, params, effects, segments, thanked };
  const feedback = openFeedbackOf(profile);
  const exclusionSource = { history, settings, today: features.today };
  if (feedback !== undefined)
    return answerCandidate(source, { feedback, exclusion: answerCooldownFor(exclusionSource) });
  return gestureCandidate(source, cooldownFor(exclusionSource));
}

const answerScore = { 'complaint-open': 200, 'feedback-open': 150 };

type CaseSource = TriggerSource & UpliftSource;

function answerCandidate(
  source: CaseSource,
  {
    feedback,
    exclusion,
  }: { readonly feedback: OpenFeedback; readonly exclusion: ExclusionReason | undefined },
): Candidate | Excluded {
  const { profile, segments } = source;
  if (exclusion !== undefined) return excluded(profile, exclusion);
  if (isPastAnswering(source, feedback))
    return excluded(profile, exclusionWithFacts(profile, 'long-gone'));
  return candidate(source, {
    gesture: 'word',
    offers: null,
    isAnswer: true,
    trigger: null,
    score:
      feedback.code === 'complaint-open'
        ? answerScore['complaint-open']
        : answerScore['feedback-open'],
    reasons: () => {
      const leads = leadReasons(feedback, triggersOf(source));
      return withSupportingReasons({ profile, segments, leads, isSufficient: true }) ?? leads;
    },
  });
}

// Nobody answers in person what was told a year ago by somebody not seen since.
function isPastAnswering(
  { profile: { features }, params }: CaseSource,
  { day }: OpenFeedback,
): boolean {
  const { last, lastSeen, today } = features;
  const latest = Math.max(lastSeen ?? today, dayNumber(day));
  return last !== null && today - latest > params.goneDays;
}

function gestureCandidate(
  source: CaseSource,
  cooldown: ExclusionReason | undefined,
): Candidate | Excluded {
  const { profile, segments } = source;
  // "Resting" is only said where there would be something to thank them for.
  const triggers = triggersOf(cooldown === undefined ? source : { ...source, thanked: null });
  const best = triggers.find(isUnblocked);
  if (best === undefined) return excluded(profile, exclusionOfTriggers(source, triggers));
  const score = scoreOf(source, best, triggers);
  // A place must be earned: a silence long faded, or one that was usual, is no reason to write.
  if (score < source.params.leastScore)
    return excluded(profile, { rule: 'nothing-stands-out' }, score);
  if (cooldown !== undefined) return excluded(profile, cooldown, score);
  const { isSufficient, kind, offers } = best;
  const reasons = (): readonly Reason[] | undefined => {
    const leads = leadReasons(best.lead, triggers.filter(isUnblocked));
    return withSupportingReasons({ profile, segments, leads, isSufficient });
  };
  // A sufficient trigger always has enough reasons; for the others it must be known now.
  if (!isSufficient && reasons() === undefined)
    return excluded(profile, { rule: 'too-few-facts' }, score);
  return candidate(source, {
    gesture: offers === null || offers.length === 0 ? 'card' : 'offer',
    offers,
    isAnswer: false,
    trigger: kind,
    score,
    reasons: () => reasons() ?? [best.lead],
  });
}

function leadReasons(lead: Reason, triggers: readonly Trigger[]): readonly [Reason, ...Reason[]] {
  return [lead, ...triggers.map((trigger) => trigger.lead)];
}

function isUnblocked(trigger: Trigger): boolean {
  return trigger.blockedBy === null;
}

function scoreOf(
  { profile, segments, settings, params }: TriggerSource,
  best: Trigger,
  triggers: readonly Trigger[],
): number {
  const loyalty = Math.min(
    params.maxLoyaltyPoints,
    profile.features.year.visitDays * params.loyaltyPerVisitDay,
  );
  const also = Math.min(2, triggers.filter(isUnblocked).length - 1) * params.extraTriggerPoints;
  const focusBonus = isInFocus({ segments, settings, params }) ? params.focusPoints : 0;
  return best.need + loyalty + also + focusBonus + spendPointsOf(profile, params);
}

function isInFocus({
  segments,
  settings,
  params,
}: Pick<TriggerSource, 'segments' | 'settings' | 'params'>): boolean {
  return params.focusSegments[settings.focus].some((segment) => isInSegment(segments, segment));
}

type Case = Pick<Candidate, 'gesture' | 'offers' | 'reasons' | 'isAnswer' | 'trigger' | 'score'>;

// Field by field: this is made for thousands, and copying objects is most of the work.
function candidate(source: CaseSource, each: Case): Candidate {
  const { profile, segments, settings } = source;
  const { history, features } = profile;
  const { gesture, offers, trigger } = each;
  return {
    kind: 'candidate',
    customerId: history.customerId,
    name: history.facts.name,
    firstDay: firstDayOf(profile),
    gesture,
    offers,
    reasons: each.reasons,
    segments,
    isAnswer: each.isAnswer,
    trigger,
    reservedRole: reservedRoleOf(segments),
    score: each.score,
    upliftWeight: trigger === null ? 1 : upliftWeight(trigger, source),
    isInFocus: isInFocus(source),
    advice: () => (gesture === 'offer' ? offerAdviceOf(history, features, settings) : null),
    worth: () => (offers === null ? null : offerWorthOf(profile, source.params)),
  };
}

function reservedRoleOf(segments: readonly Membership[]): Candidate['reservedRole'] {
  if (isInSegment(segments, 'big-spender')) return null;
  if (isInSegment(segments, 'new')) return 'newcomer';
  return isInSegment(segments, 'advocate') ? 'advocate' : null;
}

function excluded(profile: Profile, exclusion: ExclusionReason, score = 0): Excluded {
  const { customerId, facts } = profile.history;
  return {
    kind: 'excluded',
    customerId,
    name: facts.name,
    firstDay: firstDayOf(profile),
    exclusion,
    score,
  };
}

function firstDayOf({ history, features }: Profile): number {
  return features.first ?? history.facts.added;
}

function exclusionOfTriggers(
  { profile }: TriggerSource,
  triggers: readonly Trigger[],
): ExclusionReason {
  const blocked = triggers[0];
  return blocked === undefined || blocked.blockedBy === null
    ? { rule: 'nothing-stands-out' }
    : exclusionWithFacts(profile, blocked.blockedBy);
}

function exclusionWithFacts({ features }: Profile, rule: TriggerExclusion): ExclusionReason {
  const { daysSinceLast, last, signals, visits, today } = features;
  switch (rule) {
    case 'lives-elsewhere':
    case 'no-post':
      return { rule };
    case 'only-for-offers':
      return { rule, reduced: signals.reduced, of: visits };
    case 'came-once':
      return { rule, day: dayAt(last ?? today), silentDays: daysSinceLast ?? 0 };
    case 'long-gone':
      return { rule, last: dayAt(last ?? today), silentDays: daysSinceLast ?? 0 };
  }
}
