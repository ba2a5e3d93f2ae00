// The question behind the page about one person: the customer as merged, the story, what the shop
// did, and what is still owed.

import {
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { isPending, type Gesture } from '#domain/week/gesture.ts';
import type { Hint } from '#domain/week/hint.ts';
import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import { isUnanswered, type Moment } from '#domain/visits/moment.ts';
import { withClosures } from '#domain/shop/calendar.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { ownRhythmOf, type OwnRhythm } from '#engine/segments/reasons.ts';
import { featuresOf, type Features } from '#engine/profile/features.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';
import { hintsFor } from '#engine/suggestions/hints.ts';
import { forecastFor, type CustomerForecast } from '#engine/forecast/forecast.ts';
import { customerValueOf, type CustomerValue } from '#engine/forecast/customer-value.ts';
import { yearStripOf, type YearStrip } from '#engine/profile/year-strip.ts';
import { addDays, dayAt, dayNumber, type Day } from '#lib/day.ts';
import { timestampMs, type HlcTimestamp } from '#lib/hlc.ts';
import { toInstant } from '#lib/time-zone.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { readCustomerRows, type CustomerRows } from '#storage/tables/customer-rows.ts';
import type { Deps } from '#app/deps.ts';
import { erasureDay } from './erasure.ts';
import { loadModel } from '#app/insights/load-model.ts';
import type { Roster } from './roster.ts';
import { loadSettings } from '#app/shop/settings.ts';

export type StoryItem =
  | { readonly kind: 'visit'; readonly day: Day; readonly visit: Visit }
  | { readonly kind: 'moment'; readonly day: Day; readonly moment: Moment };

/** A gesture, and the day they came back within its window, or null. */
export interface GestureWithOutcome {
  readonly gesture: Gesture;
  readonly cameBackOn: Day | null;
}

/** All that the page says about somebody present. */
export interface CustomerDetails {
  readonly kind: 'person';
  /** With gaps filled from the customers merged into this one. */
  readonly customer: Customer;
  /** The survivor as written, and those merged into it as written. */
  readonly own: Customer;
  readonly joined: readonly Customer[];
  readonly history: History;
  readonly features: Features;
  readonly year: YearStrip;
  /** Whether the first visit noted is surely the first one (log-reach.ts). */
  readonly isKnownFromFirst: boolean;
  /** How many of the latest gaps were alike, or null. */
  readonly interval: OwnRhythm | null;
  /** What the model expects of them and of their year ahead; null before it is fitted. */
  readonly forecast: CustomerForecast | null;
  readonly worth: CustomerValue | null;
  /** What staff are told at the counter, and what waits to be handed over. */
  readonly hints: readonly Hint[];
  readonly waiting: Gesture | null;
  /** Latest first. */
  readonly story: readonly StoryItem[];
  /** Whether older visits are not in the story yet. */
  readonly hasMore: boolean;
  /** Visits taken back today, which can still be put back from here. */
  readonly takenBack: readonly Visit[];
  readonly momentsTakenBack: readonly Moment[];
  /** Records merged into this one today. */
  readonly mergedToday: readonly Customer[];
  /** Feedback that waits for an answer, longest waiting first. */
  readonly unanswered: readonly Moment[];
  readonly pastGestures: readonly GestureWithOutcome[];
  /** The names of people that the customer or a moment names. */
  readonly names: ReadonlyMap<CustomerId, string>;
}

/** What the page of one customer shows, or why it shows nobody. */
export type CustomerPage =
  | CustomerDetails
  | {
      readonly kind: 'forgotten';
      readonly id: CustomerId;
      readonly name: string;
      readonly goneOn: Day;
    }
  | { readonly kind: 'nobody' };

export interface PageRequest {
  readonly id: CustomerId;
  readonly visits: number;
}

/** So many visits are shown at first: on a phone what is known of somebody comes below them. */
export const firstVisitsShown = 8;
/** So many visits more are shown at a time. */
export const storyPageSize = 50;

/** So many of today's corrections are shown; a whole list is put back where it came from. */
const maxTakenBack = 5;

/** The page of the customer `id`, or of whom they were merged into. */
export async function readCustomerPage(
  deps: Deps,
  { id, visits }: PageRequest,
  today: Day,
): Promise<CustomerPage> {
  const [rows, settings, fittedModel] = await Promise.all([
    readCustomerRows(deps.db, id, visits),
    loadSettings(deps),
    loadModel(deps),
  ]);
  if (rows === undefined || rows.customer.voided) return { kind: 'nobody' };
  const { customer: own, joined, history } = rows;
  if (own.forgottenOn !== null)
    return { kind: 'forgotten', id: own.id, name: own.name, goneOn: erasureDay(own.forgottenOn) };
  if (!isPresent(own) || history === undefined) return { kind: 'nobody' };
  const since = toInstant({ day: today, minute: 0 }, settings.zone);
  const facts = factsFrom(rows, since);
  const customer = mergedCustomer(own, joined);
  const hasMore = history.older.visits + history.stamps.length > visits;
  const shopTime = { ...settings, ...withClosures(settings, fittedModel?.quietDays) };
  const named = [...facts.moments, ...facts.momentsTakenBack].map(({ about }) => about);
  return {
    kind: 'person',
    customer,
    own,
    joined,
    history,
    ...knownOf(history, { settings: shopTime, today, logSince: fittedModel?.logSince ?? null }),
    year: yearStripOf(history, today),
    ...expectationsOf(history, fittedModel, { settings, today }),
    hints: hintsFor({
      history,
      preferences: customer.preferences,
      settings: shopTime,
      today,
      visit: 'next',
      logSince: fittedModel?.logSince == null ? null : dayAt(fittedModel.logSince),
    }),
    waiting: waitingIn(facts, customer, today),
    story: storyOf(facts, { limit: visits, hasMore }),
    hasMore,
    takenBack: facts.takenBack.slice(0, maxTakenBack),
    momentsTakenBack: facts.momentsTakenBack.slice(0, maxTakenBack),
    mergedToday: joined.filter(({ edits }) => isSince(edits.mergedInto, since)),
    unanswered: facts.moments.filter(isUnanswered).toReversed(),
    pastGestures: withOutcomes(facts.gestures, history),
    names: await readNames(deps, [customer.sentBy, ...named]),
  };
}

interface KnownBy {
  readonly settings: Settings;
  readonly today: Day;
  readonly logSince: number | null;
}

function knownOf(
  history: History,
  { settings, today, logSince }: KnownBy,
): Pick<CustomerDetails, 'features' | 'interval' | 'isKnownFromFirst'> {
  const features = featuresOf(history, settings, today);
  const { first } = features;
  return {
    features,
    interval: ownRhythmOf({ features }) ?? null,
    isKnownFromFirst: first !== null && isSurelyFirst(first, logSince),
  };
}

function expectationsOf(
  history: History,
  fittedModel: FittedModel | undefined,
  { settings, today }: { readonly settings: Settings; readonly today: Day },
): Pick<CustomerDetails, 'forecast' | 'worth'> {
  if (fittedModel === undefined) return { forecast: null, worth: null };
  const counted = settings.amounts ? history : withoutAmounts(history);
  const forecast = forecastFor(counted, fittedModel, { calendar: settings, today });
  return { forecast, worth: customerValueOf({ history: counted, forecast, fittedModel, today }) };
}

function waitingIn({ gestures }: Facts, { young, diedOn }: Customer, today: Day): Gesture | null {
  if (young || diedOn !== null) return null;
  return gestures.findLast((gesture) => isPending(gesture, today)) ?? null;
}

/** The survivor as written, and whether others are merged into it; undefined for nobody present. */
export async function readOwnCard(
  deps: Deps,
  id: CustomerId,
): Promise<{ readonly own: Customer; readonly isJoined: boolean } | undefined> {
  const merged = await readMergedCustomers(deps.db, id);
  if (merged === undefined || !isPresent(merged.customer)) return undefined;
  return { own: merged.customer, isJoined: merged.joined.length > 0 };
}

/** People whom this person sent, by their rows and by what was noted, first come first. */
export function customersSentBy(roster: Roster, page: CustomerDetails): readonly Customer[] {
  const senders = new Set<CustomerId>([page.own.id, ...page.joined.map((customer) => customer.id)]);
  const noted = new Set(page.history.moments.map((moment) => moment.about));
  const sent: Customer[] = [];
  for (const { id, customer, history } of roster.people().values()) {
    const isNoted = noted.size > 0 && [id, ...history.joined].some((each) => noted.has(each));
    const isSent = customer.sentBy !== null && senders.has(customer.sentBy);
    if ((isSent || isNoted) && !senders.has(id)) sent.push(customer);
  }
  return sent.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

interface Facts {
  readonly visits: readonly Visit[];
  readonly takenBack: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly momentsTakenBack: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

function factsFrom({ visits, moments, gestures }: CustomerRows, since: number): Facts {
  function isTakenBack({ voided, edits }: Visit | Moment): boolean {
    return voided && isSince(edits.voided, since);
  }
  return {
    visits: visits.filter(({ voided }) => !voided),
    takenBack: visits.filter(isTakenBack),
    moments: moments.filter(({ voided }) => !voided),
    momentsTakenBack: moments.filter(isTakenBack),
    gestures: gestures.filter(({ voided }) => !voided),
  };
}

function isSince(timestamp: HlcTimestamp | undefined, since: number): boolean {
  return timestamp !== undefined && timestampMs(timestamp) >= since;
}

// Moments older than the oldest visit shown wait for their page, so that "Show more" never puts a
// line above one already read.
function storyOf(
  { visits, moments }: Facts,
  { limit, hasMore }: { readonly limit: number; readonly hasMore: boolean },
): readonly StoryItem[] {
  const shown = visits.slice(0, limit);
  const oldest = hasMore ? shown.at(-1)?.day : undefined;
  const lines: StoryItem[] = [
    ...shown.map((visit): StoryItem => ({ kind: 'visit', day: visit.day, visit })),
    ...moments
      .filter((moment) => oldest === undefined || moment.day >= oldest)
      .map((moment): StoryItem => ({ kind: 'moment', day: moment.day, moment })),
  ];
  // Stable: within a day, visits and moments keep the latest-first order they were read in.
  return lines.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function withOutcomes(
  gestures: readonly Gesture[],
  history: History,
): readonly GestureWithOutcome[] {
  return gestures
    .filter((gesture) => gesture.skippedOn === null)
    .map((gesture) => ({ gesture, cameBackOn: cameBackOn(gesture, history) }));
}

function cameBackOn(gesture: Gesture, history: History): Day | null {
  if (gesture.handedOverOn === null || gesture.windowDays === null) return null;
  const given = dayNumber(gesture.handedOverOn);
  const until = dayNumber(addDays(gesture.handedOverOn, gesture.windowDays));
  const minutes = history.stamps.find(
    (each) => dayOfMinutes(each) > given && dayOfMinutes(each) <= until,
  );
  return minutes === undefined ? null : dayAt(dayOfMinutes(minutes));
}

async function readNames(
  { db }: Deps,
  ids: readonly (CustomerId | null)[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const merged = await Promise.all(wanted.map((id) => readMergedCustomers(db, id)));
  return new Map(
    wanted.flatMap((id, index) => {
      const customer = merged[index]?.customer;
      return customer === undefined || customer.forgottenOn !== null
        ? []
        : [[id, customer.name] as const];
    }),
  );
}
