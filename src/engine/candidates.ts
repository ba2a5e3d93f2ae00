// Each person's best case for this week, or the rule that keeps them off, from one and the same look: a suggestion and its why-not
// cannot disagree.

import type { CustomerId } from '#domain/customer.ts';
import type { GestureKind } from '#domain/gesture.ts';
import type { Reason } from '#domain/reason.ts';
import type { Settings } from '#domain/settings.ts';
import type { Membership } from '#domain/segment.ts';
import type { OfferAdvice } from '#domain/suggestion.ts';
import { dayAt } from '#lib/day.ts';
import { answerBarOf, ownersBarOf, restBarOf, type Bar } from './barriers.ts';
import * as facts from './facts.ts';
import { gainOf, spendPointsOf, type GoodSource } from './good.ts';
import { kindsOf } from './kinds.ts';
import {
  isOf,
  occasionsOf,
  type Occasion,
  type OccasionBar,
  type OccasionSource,
} from './occasions.ts';
import { offerAdviceOf } from './offer-advice.ts';
import type { OccasionKind } from './params.ts';
import type { Person } from './person.ts';
import { reasonsOf } from './second-facts.ts';

/** Somebody who stands out and whom no rule of their own keeps off. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDay: number;
  readonly gesture: GestureKind;
  readonly reasons: readonly Reason[];
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
  readonly advice: OfferAdvice | null;
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
  ...learned
}: CandidateSource): Candidate | LeftOut {
  const { history, features } = person;
  const source = {
    ...learned,
    person,
    settings,
    kinds: kindsOf(person),
    thanked: facts.lastThankedOf(person),
  };
  const feedback = facts.openFeedbackOf(person);
  const barSource = { history, settings, today: features.today };
  const ownersBar = ownersBarOf(barSource);
  if (ownersBar !== undefined) return leftOut(source, ownersBar);
  if (feedback !== undefined) return answerTo(source, { feedback, bar: answerBarOf(barSource) });
  return gestureFor(source, restBarOf(barSource));
}

const answerScore = { 'complaint-open': 200, 'feedback-open': 150 };

type CaseSource = OccasionSource & GoodSource;

function answerTo(
  source: CaseSource,
  { feedback, bar }: { readonly feedback: Reason; readonly bar: Bar | undefined },
): Candidate | LeftOut {
  if (bar !== undefined) return leftOut(source, bar);
  const leads: readonly [Reason, ...Reason[]] = [
    feedback,
    ...occasionsOf(source).map((occasion) => occasion.lead),
  ];
  const reasons =
    reasonsOf({ person: source.person, kinds: source.kinds, leads, standsAlone: true }) ?? leads;
  const score =
    feedback.code === 'complaint-open'
      ? answerScore['complaint-open']
      : answerScore['feedback-open'];
  return { ...candidate(source), gesture: 'word', reasons, isAnswer: true, occasion: null, score };
}

function gestureFor(source: CaseSource, restBar: Bar | undefined): Candidate | LeftOut {
  const { person, kinds } = source;
  // Somebody at rest is only said to be resting when there would be something to thank them for.
  const occasions = occasionsOf(restBar === undefined ? source : { ...source, thanked: null });
  const best = occasions.find((occasion) => occasion.barredBy === null);
  if (best === undefined) return leftOut(source, barOf(source, occasions));
  const score = scoreOf(source, best, occasions);
  if (restBar !== undefined) return { ...leftOut(source, restBar), score };
  const leads: readonly [Reason, ...Reason[]] = [
    best.lead,
    ...occasions.filter(isFree).map((occasion) => occasion.lead),
  ];
  const reasons = reasonsOf({ person, kinds, leads, standsAlone: best.standsAlone });
  if (reasons === undefined) return { ...leftOut(source, { rule: 'too-few-facts' }), score };
  return {
    ...candidate(source),
    gesture: best.gesture,
    reasons,
    isAnswer: false,
    occasion: best.kind,
    score,
    gain: gainOf(best.kind, source),
    advice:
      best.gesture === 'offer'
        ? offerAdviceOf(person.history, person.features, source.settings)
        : null,
  };
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

function candidate(
  source: OccasionSource,
): Omit<Candidate, 'gesture' | 'reasons' | 'isAnswer' | 'occasion' | 'score'> {
  return {
    kind: 'candidate',
    ...whoOf(source.person),
    kinds: source.kinds,
    forReserved: forReservedOf(source.kinds),
    isInFocus: isInFocus(source),
    gain: 1,
    advice: null,
  };
}

function forReservedOf(kinds: readonly Membership[]): Candidate['forReserved'] {
  if (isOf(kinds, 'big-spender')) return null;
  if (isOf(kinds, 'new')) return 'newcomer';
  return isOf(kinds, 'advocate') ? 'advocate' : null;
}

function leftOut({ person }: OccasionSource, bar: Bar): LeftOut {
  return { kind: 'left-out', ...whoOf(person), bar, score: 0 };
}

function whoOf({ history, features }: Person): Pick<Candidate, 'customerId' | 'name' | 'firstDay'> {
  const firstDay = features.first ?? history.facts.added;
  return { customerId: history.customerId, name: history.facts.name, firstDay };
}

function barOf({ person }: OccasionSource, occasions: readonly Occasion[]): Bar {
  const barred = occasions[0];
  return barred === undefined || barred.barredBy === null
    ? { rule: 'nothing-stands-out' }
    : barWithFacts(person, barred.barredBy);
}

function barWithFacts({ features }: Person, rule: OccasionBar): Bar {
  const { silentDays, last, marks, visits, today } = features;
  const lastDay = dayAt(last ?? today);
  const silent = silentDays ?? 0;
  const bars: Readonly<Record<OccasionBar, Bar>> = {
    'lives-elsewhere': { rule: 'lives-elsewhere' },
    'no-post': { rule: 'no-post' },
    'only-for-offers': { rule: 'only-for-offers', reduced: marks.reduced, of: visits },
    'came-once': { rule: 'came-once', day: lastDay, silentDays: silent },
    'long-gone': { rule: 'long-gone', last: lastDay, silentDays: silent },
  };
  return bars[rule];
}
