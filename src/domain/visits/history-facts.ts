// What a history knows besides visits: the customer's facts, gestures and moments, as the engine
// takes them.

import { dayNumber, type Day } from '#lib/day.ts';
import { compareCodePoints } from '#lib/compare.ts';
import {
  birthdayOf,
  byCreation,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { latestPermission } from '#domain/customers/permission.ts';
import type { PerkId } from '#domain/week/perk.ts';
import type { RoundId } from '#domain/week/round.ts';
import type { Gesture, GestureId, GestureKind } from '#domain/week/gesture.ts';
import { gestureStateOf, type GestureState } from '#domain/week/gesture-state.ts';
import type { Moment, MomentId, MomentKind } from './moment.ts';
import type { Reason } from '#domain/week/reason.ts';

/** A gesture as the engine sees it; days are day numbers, null where it did not happen. */
export interface HistoryGesture {
  readonly id: GestureId;
  readonly kind: GestureKind;
  readonly state: GestureState;
  readonly reasons: readonly Reason[];
  readonly words: string;
  readonly cost: number;
  readonly week: Day;
  readonly planned: number;
  readonly handedOver: number | null;
  readonly skipped: number | null;
  readonly expires: number | null;
  readonly windowDays: number | null;
  readonly roundId: RoundId | null;
  readonly perkId: PerkId | null;
  readonly perkRound: number | null;
  readonly purpose: Gesture['purpose'];
  readonly declined: number | null;
}

export interface HistoryMoment {
  readonly id: MomentId;
  readonly kind: MomentKind;
  readonly day: number;
  readonly about: CustomerId | null;
  readonly text: string;
  readonly answered: number | null;
}

/** What the engine needs to know of a customer besides what they did. */
interface HistoryFacts {
  readonly name: string;
  readonly birthday: string | null;
  readonly sentBy: CustomerId | null;
  readonly local: boolean | null;
  readonly passingThrough: boolean;
  readonly suggestNothing: boolean;
  /** Said no to letters. */
  readonly noPost: boolean;
  /** Noted as under sixteen. */
  readonly young: boolean;
  readonly died: boolean;
  readonly added: number;
}

/** All of this that one history knows, days as numbers. */
export interface KnownFacts {
  /** Cards joined into this one, oldest first: whoever is named by one of these ids is meant. */
  readonly joined: readonly CustomerId[];
  /** By planned day and id; taken-back ones left out. */
  readonly gestures: readonly HistoryGesture[];
  /** By day and id; voided ones left out. */
  readonly moments: readonly HistoryMoment[];
  readonly facts: HistoryFacts;
}

/** The rows these facts are computed from, moments and gestures in any order. */
export interface FactsSource {
  readonly customer: Customer;
  readonly joined: readonly Customer[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

export function factsOf(source: FactsSource): KnownFacts {
  const joined = source.joined.toSorted(byCreation);
  const person = mergedCustomer(source.customer, joined);
  return {
    joined: joined.map((customer) => customer.id),
    gestures: source.gestures
      .filter((gesture) => !gesture.voided)
      .toSorted(byPlannedOn)
      .map(historyGesture),
    moments: source.moments
      .filter((moment) => !moment.voided)
      .toSorted(byDayAndId)
      .map(historyMoment),
    facts: {
      name: person.name,
      birthday: birthdayOf(person),
      sentBy: person.sentBy,
      local: person.local,
      passingThrough: person.passingThrough,
      suggestNothing: person.suggestNothing,
      noPost: latestPermission(person.permissions, thanksByPost)?.answer === 'no',
      young: person.young,
      died: person.diedOn !== null,
      added: dayNumber(person.addedOn),
    },
  };
}

const thanksByPost = { purpose: 'thanks', way: 'post' } as const;

function historyGesture(gesture: Gesture): HistoryGesture {
  return {
    id: gesture.id,
    kind: gesture.kind,
    state: gestureStateOf(gesture),
    reasons: gesture.reasons,
    words: gesture.words,
    cost: gesture.cost,
    week: gesture.week,
    planned: dayNumber(gesture.plannedOn),
    handedOver: numberOrNull(gesture.handedOverOn),
    skipped: numberOrNull(gesture.skippedOn),
    expires: numberOrNull(gesture.expiresOn),
    windowDays: gesture.windowDays,
    roundId: gesture.roundId,
    perkId: gesture.perkId,
    perkRound: gesture.perkRound,
    purpose: gesture.purpose,
    declined: numberOrNull(gesture.declinedOn),
  };
}

function historyMoment(moment: Moment): HistoryMoment {
  return {
    id: moment.id,
    kind: moment.kind,
    day: dayNumber(moment.day),
    about: moment.about,
    text: moment.text,
    answered: numberOrNull(moment.answeredOn),
  };
}

function numberOrNull(day: Day | null): number | null {
  return day === null ? null : dayNumber(day);
}

function byPlannedOn(a: Gesture, b: Gesture): number {
  return compareCodePoints(a.plannedOn, b.plannedOn) || compareCodePoints(a.id, b.id);
}

function byDayAndId(a: Moment, b: Moment): number {
  return compareCodePoints(a.day, b.day) || compareCodePoints(a.id, b.id);
}
