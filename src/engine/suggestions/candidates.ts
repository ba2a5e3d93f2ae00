// Each person's best case for this week, or the rule that keeps them off, from one and the same look: a suggestion and its why-not
// cannot disagree.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureKind } from '#domain/week/gesture.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Membership } from '#domain/week/segment.ts';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { dayAt } from '#lib/day.ts';
import { answerBarOf, ownersBarOf, restBarOf, type Bar } from './exclusions.ts';
import * as facts from './reasons.ts';
import { gainOf, spendPointsOf, type GoodSource } from './expected-value.ts';
import { kindsOf } from '#engine/segments/segments.ts';
import {
  isOf,
  occasionsOf,
  type Occasion,
  type OccasionBar,
  type OccasionSource,
} from './triggers.ts';
import { offerAdviceOf } from './offer-advice.ts';
import type { OccasionKind } from './params.ts';
import type { Person } from '#engine/profile/profile.ts';
import { reasonsOf } from './supporting-reasons.ts';

/** Somebody who stands out and whom no rule of their own keeps off. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDay: number;
  readonly gesture: GestureKind;
  /** Made when asked for: in a large shop thousands stand out, and only who comes on the list is told why. */
  readonly reasons: () => readonly Reason[];
  readonly kinds: readonly Membership[];
  readonly isAnswer: boolean;
  /** What makes them stand out; null for an answer to feedback. */
  readonly occasion: OccasionKind | null;
  /** May take the place kept for somebody who is not a big spender: a newcomer, or one who spreads the word. */
  readonly forReserved: 'newcomer' | 'advocate' | null;
  readonly score: number;
  /** The weight that was learned for the reason: with the score it makes the expected good. */
  readonly gain: number;
  readonly isInFocus: boolean;
  readonly advice: () => OfferAdvice | null;
}

/** Somebody left out, by which rule, and how near they were. */
export interface LeftOut {
  readonly kind: 'left-out';
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDay: number;
  readonly bar: Bar;
  readonly score: number;
}

export interface CandidateSource extends GoodSource {
  readonly person: Person;
  readonly settings: Settings;
}

/** The person's case. */
export function candidateOf({
  person,
  settings,
  params,
  effects,
}: CandidateSource): Candidate | LeftOut {
  const { history, features } = person;
  const ownersBar = ownersBarOf({ history });
  if (ownersBar !== undefined) return leftOut(person, ownersBar);
  const kinds = kindsOf(person);
  const thanked = facts.lastThankedOf(person);
  const source = { person, settings, params, effects, kinds, thanked };
  const feedback = facts.openFeedbackOf(person);
  const barSource = { history, settings, today: features.today };
  if (feedback !== undefined) return answerTo(source, { feedback, bar: answerBarOf(barSource) });
  return gestureFor(source, restBarOf(barSource));
}

const answerScore = { 'complaint-open': 200, 'feedback-open': 150 };

type CaseSource = OccasionSource & GoodSource;

function answerTo(
  source: CaseSource,
  { feedback, bar }: { readonly feedback: Reason; readonly bar: Bar | undefined },
): Candidate | LeftOut {
  const { person, kinds } = source;
  if (bar !== undefined) return leftOut(person, bar);
  return candidate(source, {
    gesture: 'word',
    isAnswer: true,
    occasion: null,
    score:
      feedback.code === 'complaint-open'
        ? answerScore['complaint-open']
        : answerScore['feedback-open'],
    reasons: () => {
      const leads = leadsFrom(feedback, occasionsOf(source));
      return reasonsOf({ person, kinds, leads, standsAlone: true }) ?? leads;
    },
  });
}

function gestureFor(source: CaseSource, restBar: Bar | undefined): Candidate | LeftOut {
  const { person, kinds } = source;
  // Somebody at rest is only said to be resting when there would be something to thank them for.
  const occasions = occasionsOf(restBar === undefined ? source : { ...source, thanked: null });
  const best = occasions.find(isFree);
  if (best === undefined) return leftOut(person, barOf(source, occasions));
  const score = scoreOf(source, best, occasions);
  if (restBar !== undefined) return leftOut(person, restBar, score);
  const { standsAlone, kind, gesture } = best;
  const reasons = (): readonly Reason[] | undefined => {
    const leads = leadsFrom(best.lead, occasions.filter(isFree));
    return reasonsOf({ person, kinds, leads, standsAlone });
  };
  // An occasion that stands alone always finds words; only of the others must it be known at once.
  if (!standsAlone && reasons() === undefined)
    return leftOut(person, { rule: 'too-few-facts' }, score);
  return candidate(source, {
    gesture,
    isAnswer: false,
    occasion: kind,
    score,
    reasons: () => reasons() ?? [best.lead],
  });
}

function leadsFrom(lead: Reason, occasions: readonly Occasion[]): readonly [Reason, ...Reason[]] {
  return [lead, ...occasions.map((occasion) => occasion.lead)];
}

function isFree(occasion: Occasion): boolean {
  return occasion.barredBy === null;
}

function scoreOf(
  { person, kinds, settings, params }: OccasionSource,
  best: Occasion,
  occasions: readonly Occasion[],
): number {
  const loyalty = Math.min(
    params.loyaltyCeiling,
    person.features.year.visitDays * params.loyaltyPerVisitDay,
  );
  const also = Math.min(2, occasions.filter(isFree).length - 1) * params.alsoStandsOut;
  const leaning = isInFocus({ kinds, settings, params }) ? params.focusPoints : 0;
  return best.need + loyalty + also + leaning + spendPointsOf(person, params);
}

function isInFocus({
  kinds,
  settings,
  params,
}: Pick<OccasionSource, 'kinds' | 'settings' | 'params'>): boolean {
  return params.focusKinds[settings.focus].some((kind) => isOf(kinds, kind));
}

type Case = Pick<Candidate, 'gesture' | 'reasons' | 'isAnswer' | 'occasion' | 'score'>;

// Field by field: this is made for thousands, and copying objects is most of the work.
function candidate(source: CaseSource, each: Case): Candidate {
  const { person, kinds, settings } = source;
  const { history, features } = person;
  const { gesture, occasion } = each;
  return {
    kind: 'candidate',
    customerId: history.customerId,
    name: history.facts.name,
    firstDay: firstDayOf(person),
    gesture,
    reasons: each.reasons,
    kinds,
    isAnswer: each.isAnswer,
    occasion,
    forReserved: forReservedOf(kinds),
    score: each.score,
    gain: occasion === null ? 1 : gainOf(occasion, source),
    isInFocus: isInFocus(source),
    advice: () => (gesture === 'offer' ? offerAdviceOf(history, features, settings) : null),
  };
}

function forReservedOf(kinds: readonly Membership[]): Candidate['forReserved'] {
  if (isOf(kinds, 'big-spender')) return null;
  if (isOf(kinds, 'new')) return 'newcomer';
  return isOf(kinds, 'advocate') ? 'advocate' : null;
}

function leftOut(person: Person, bar: Bar, score = 0): LeftOut {
  const { customerId, facts: known } = person.history;
  return {
    kind: 'left-out',
    customerId,
    name: known.name,
    firstDay: firstDayOf(person),
    bar,
    score,
  };
}

function firstDayOf({ history, features }: Person): number {
  return features.first ?? history.facts.added;
}

function barOf({ person }: OccasionSource, occasions: readonly Occasion[]): Bar {
  const barred = occasions[0];
  return barred === undefined || barred.barredBy === null
    ? { rule: 'nothing-stands-out' }
    : barWithFacts(person, barred.barredBy);
}

function barWithFacts({ features }: Person, rule: OccasionBar): Bar {
  const { silentDays, last, marks, visits, today } = features;
  switch (rule) {
    case 'lives-elsewhere':
    case 'no-post':
      return { rule };
    case 'only-for-offers':
      return { rule, reduced: marks.reduced, of: visits };
    case 'came-once':
      return { rule, day: dayAt(last ?? today), silentDays: silentDays ?? 0 };
    case 'long-gone':
      return { rule, last: dayAt(last ?? today), silentDays: silentDays ?? 0 };
  }
}
