// Invented people, written the way one would tell of them: "Mrs Khan, every 7 days, 20 times". The
// rows are complete and valid, so the same builders serve the engine, storage and screens.
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Preference } from '#domain/customers/preference.ts';
import { blankCustomer } from '#domain/customers/customer.ts';
import { blankGesture, type Gesture, type GestureId } from '#domain/week/gesture.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import type { Moment, MomentId } from '#domain/visits/moment.ts';
import { defaultSettings, type Settings, type SettingsValues } from '#domain/shop/settings.ts';
import { blankVisit, type Visit, type VisitId } from '#domain/visits/visit.ts';
import { addDays, dayFrom, dayNumber, mondayOf, type Day } from '#lib/day.ts';
import { parseTimestamp, type HlcTimestamp } from '#lib/hlc.ts';

/**
 * A day written as text; throws when there is no such day, so that a typing mistake in a test is
 * seen.
 */
export function day(text: string): Day {
  const found = dayFrom(text);
  if (found === undefined) throw new RangeError(`Not a day: ${text}`);
  return found;
}

/** The Thursday on which most stories are told. */
export const today = day('2026-06-18');

/** `count` days before the day on which stories are told. */
export function daysAgo(count: number): Day {
  return addDays(today, -count);
}

export const firstStamp: HlcTimestamp = stampOfText('000000000000001-0000-test');

/** The settings of a shop that is open every day, changed as told. */
export function settingsWith(changes: Partial<SettingsValues> = {}): Settings {
  return { ...defaultSettings(firstStamp), openings: [], ...changes };
}

/** How one visit is told of. Without a minute its time is unknown. */
export interface VisitSpec {
  readonly day: Day;
  readonly minute?: number | null;
  readonly amount?: number | null;
  readonly kind?: Visit['kind'];
  readonly reduced?: boolean;
  readonly marks?: Visit['marks'];
  readonly note?: string;
  readonly voided?: boolean;
}

type Spec<Row> = Partial<Omit<Row, 'id' | 'customerId' | 'made' | 'edits'>>;

/** How one person is told of. */
export interface CustomerSpec extends Spec<Omit<Customer, 'name' | 'preferences'>> {
  readonly name: string;
  /** For people whose id matters; otherwise it follows from the name. */
  readonly id?: string;
  readonly visits?: readonly VisitSpec[];
  readonly moments?: readonly (Spec<Moment> & Pick<Moment, 'kind' | 'day'>)[];
  readonly gestures?: readonly (Spec<Gesture> & Pick<Gesture, 'kind' | 'plannedOn'>)[];
  readonly preferences?: readonly Preference[];
  readonly joined?: readonly Customer[];
}

/** A person as rows and as the history folded from them. */
export interface PersonInShop {
  readonly id: CustomerId;
  readonly customer: Customer;
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
  readonly history: History;
}

/** Everything about the person that is told of. */
export function personWith(spec: CustomerSpec): PersonInShop {
  const {
    visits = [],
    moments = [],
    gestures = [],
    joined = [],
    preferences = [],
    id: idText,
    ...card
  } = spec;
  const id = asCustomerId(idText ?? `customer-${spec.name}`);
  const customer: Customer = {
    ...blankCustomer,
    id,
    made: firstStamp,
    edits: {},
    addedOn: daysAgo(400),
    createdAt: 1,
    ...card,
    preferences,
  };
  const rows = {
    visits: visits.map((visit, index) => visitWith(id, visit, index)),
    moments: moments.map((moment, index) => momentWith(id, moment, index)),
    gestures: gestures.map((gesture, index) => gestureWith(id, gesture, index)),
  };
  return { id, customer, ...rows, history: historyOf({ customer, joined, ...rows }) };
}

/** The histories of several people, as the engine takes them. */
export function historiesOf(people: readonly PersonInShop[]): readonly History[] {
  return people.map((person) => person.history);
}

/** How a run of visits is told of: how often, how many times, and the day of the last one. */
export interface Run extends Omit<VisitSpec, 'day'> {
  readonly times: number;
  readonly until: Day;
}

/** Visits every `gapDays` days, `times` of them, the last one on `until`, oldest first. */
export function every(gapDays: number, { times, until, ...visit }: Run): readonly VisitSpec[] {
  return Array.from({ length: times }, (_, index) => ({
    ...visit,
    day: addDays(until, -gapDays * (times - 1 - index)),
  }));
}

/** The days of the visits one by one, all alike. */
export function on(days: readonly Day[], visit: Omit<VisitSpec, 'day'> = {}): readonly VisitSpec[] {
  return days.map((each) => ({ ...visit, day: each }));
}

/**
 * Three people who looked in years ago and are wanted for nothing: with them the log reaches far
 * enough back for first visits to be first visits.
 */
export const longAgo: readonly PersonInShop[] = ['Ann', 'Ben', 'Cat'].map((name) =>
  personWith({ name: `Old ${name}`, visits: on([daysAgo(900)]), suggestNothing: true }),
);

/** A card that was handed over on `handedOverOn`. */
export function thankedOn(handedOverOn: Day): Spec<Gesture> & Pick<Gesture, 'kind' | 'plannedOn'> {
  return { kind: 'card', plannedOn: handedOverOn, printedOn: handedOverOn, handedOverOn };
}

/** An id by which a test names somebody, for "sent by" and the like. */
export function customerId(name: string): CustomerId {
  return asCustomerId(`customer-${name}`);
}

function visitWith(customer: CustomerId, spec: VisitSpec, index: number): Visit {
  const { minute = null } = spec;
  return {
    ...blankVisit,
    id: asVisitId(`${customer}/visit-${String(index).padStart(5, '0')}`),
    customerId: customer,
    made: firstStamp,
    edits: {},
    at: dayNumber(spec.day) * 86_400_000 + (minute ?? 720) * 60_000,
    kind: 'bought',
    createdAt: 1,
    ...spec,
    minute,
  };
}

function momentWith(
  customer: CustomerId,
  spec: Spec<Moment> & Pick<Moment, 'kind' | 'day'>,
  index: number,
): Moment {
  return {
    id: asMomentId(`${customer}/moment-${index}`),
    customerId: customer,
    made: firstStamp,
    edits: {},
    about: null,
    text: '',
    visitId: null,
    answeredOn: null,
    createdAt: 1,
    voided: false,
    ...spec,
  };
}

function gestureWith(
  customer: CustomerId,
  spec: Spec<Gesture> & Pick<Gesture, 'kind' | 'plannedOn'>,
  index: number,
): Gesture {
  return {
    ...blankGesture,
    id: asGestureId(`${customer}/gesture-${index}`),
    customerId: customer,
    made: firstStamp,
    edits: {},
    reasons: [],
    cost: spec.kind === 'card' ? 120 : spec.kind === 'offer' ? 400 : 0,
    week: mondayOf(spec.plannedOn),
    createdAt: 1,
    ...spec,
  };
}

/* oxlint-disable typescript/no-unsafe-type-assertion -- an id is any text, and tests give it */
function asCustomerId(text: string): CustomerId {
  return text as CustomerId;
}

function asVisitId(text: string): VisitId {
  return text as VisitId;
}

function asMomentId(text: string): MomentId {
  return text as MomentId;
}

function asGestureId(text: string): GestureId {
  return text as GestureId;
}
/* oxlint-enable typescript/no-unsafe-type-assertion */

function stampOfText(text: string): HlcTimestamp {
  const timestamp = parseTimestamp(text);
  if (timestamp === undefined) throw new RangeError(`Not a stamp: ${text}`);
  return timestamp;
}
