// Rows of an invented shop as the tables want them.

import {
  blankCustomer,
  customerIdFrom,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { blankGesture, gestureIdFrom, type Gesture } from '#domain/week/gesture.ts';
import { momentIdFrom, type Moment } from '#domain/visits/moment.ts';
import type { Reason } from '#domain/week/reason.ts';
import { blankVisit, visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { nextAnniversary } from '#lib/anniversary.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import type { PastGesture, PastMoment, SamplePerson } from './cast.ts';
import { streets } from './names.ts';
import type { ShopTime } from './shop-time.ts';
import type { SimulatedVisit } from './simulate-visits.ts';

export interface RowContext {
  readonly time: ShopTime;
  readonly endDay: Day;
  readonly made: HlcTimestamp;
  /** Minor units in a hundredth of a unit: 1 for pounds, 0.01 for yen, 10 for dinars. */
  readonly unit: number;
  /** An English text of the sample in the language of the shop. */
  readonly say: (text: string) => string;
}

/** An id of the usual shape from two numbers: the same shop has the same ids. */
function sampleId(family: number, number: number): string {
  const tail = number.toString(16).padStart(12, '0');
  return `00000000-0000-7${family.toString(16).padStart(3, '0')}-8000-${tail}`;
}

export function sampleCustomerId(index: number): CustomerId {
  return customerIdFrom(sampleId(1, index));
}

/** The customer who was first seen on the day number `since`. */
export function sampleCustomer(
  context: RowContext,
  index: number,
  {
    who,
    since,
    sentBy,
  }: { readonly who: SamplePerson; readonly since: number; readonly sentBy: CustomerId | null },
): Customer {
  const { time, endDay, made, say } = context;
  const addedOn = time.dayOf(since);
  return {
    ...blankCustomer,
    id: sampleCustomerId(index),
    name: say(who.name),
    cue: say(who.cue ?? ''),
    alsoCalled: who.alsoCalled ?? [],
    phones: who.phone === undefined ? [] : [who.phone],
    addresses: sampleAddresses(context, index, who),
    birthday: who.birthdayIn === undefined ? null : birthdayIn(who.birthdayIn, endDay),
    preferences: who.likes === undefined ? [] : [{ text: say(who.likes), day: addedOn }],
    sentBy,
    local: who.from === undefined ? null : who.from === 'nearby',
    passingThrough: who.passingThrough === 'yes',
    addedOn,
    createdAt: time.at(since, 8 * 60),
    made,
    edits: {},
  };
}

// Two in three have said where they live, and no two of them live in one house.
function sampleAddresses(
  { say }: RowContext,
  index: number,
  { from, passingThrough }: SamplePerson,
): readonly string[] {
  const street = streets[index % streets.length];
  const isKnown = index % 3 !== 2 && from !== 'elsewhere' && passingThrough !== 'yes';
  if (street === undefined || !isKnown) return [];
  return [say(street).replace('#', String(1 + Math.floor(index / streets.length)))];
}

/** One visit; `number` tells it from all others of the shop. */
export function sampleVisit(
  { time, made, unit }: RowContext,
  number: number,
  { step, customerId }: { readonly step: SimulatedVisit; readonly customerId: CustomerId | null },
): Visit {
  const at = time.at(step.day, step.minute);
  return {
    ...blankVisit,
    id: visitIdFrom(sampleId(2, number)),
    customerId,
    at,
    day: time.dayOf(step.day),
    minute: step.minute,
    kind: step.bought ? 'bought' : 'browsed',
    amount: step.amount === null ? null : Math.round(step.amount * unit),
    reduced: step.reduced,
    marks: step.marks,
    createdAt: at,
    made,
    edits: {},
  };
}

export function sampleMoment(
  { time, endDay, made, say }: RowContext,
  number: number,
  {
    customerId,
    past,
    about,
  }: {
    readonly customerId: CustomerId;
    readonly past: PastMoment;
    readonly about: CustomerId | null;
  },
): Moment {
  const day = addDays(endDay, -past.daysAgo);
  return {
    id: momentIdFrom(sampleId(3, number)),
    customerId,
    day,
    kind: past.kind,
    about,
    text: say(past.text ?? ''),
    visitId: null,
    answeredOn: past.answered === 'yes' ? addDays(day, 2) : null,
    createdAt: time.at(time.lastDay - past.daysAgo, 12 * 60),
    voided: false,
    made,
    edits: {},
  };
}

/** One thing that was done for a person, for the `reasons` that held then. */
export function sampleGesture(
  { time, endDay, made, unit, say }: RowContext,
  number: number,
  {
    customerId,
    past,
    reasons,
  }: {
    readonly customerId: CustomerId;
    readonly past: PastGesture;
    readonly reasons: readonly Reason[];
  },
): Gesture {
  const plannedOn = addDays(endDay, -past.plannedAgo);
  const handedOver = past.life === 'handed-over';
  const printed = past.life === 'skipped' ? null : addDays(plannedOn, 1);
  return {
    ...blankGesture,
    id: gestureIdFrom(sampleId(4, number)),
    customerId,
    kind: past.kind,
    reasons,
    words: say(past.words ?? ''),
    cost: Math.round((past.kind === 'card' ? 120 : 400) * unit),
    week: mondayOf(plannedOn),
    plannedOn,
    printedOn: printed,
    handedOverOn: handedOver ? addDays(plannedOn, 5) : null,
    skippedOn: past.life === 'skipped' ? plannedOn : null,
    windowDays: handedOver ? 30 : null,
    createdAt: time.at(time.lastDay - past.plannedAgo, 9 * 60),
    made,
    edits: {},
  };
}

function birthdayIn(days: number, endDay: Day): string {
  const day = addDays(endDay, days).slice(5);
  // Nobody here was born on 29 February, so that the sample is the same in every year.
  return nextAnniversary(day, endDay)?.slice(5) ?? '06-15';
}
