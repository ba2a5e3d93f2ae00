// One row for each customer with all that the engine and the screens need, so that nothing ever
// reads all visits. It holds whole numbers and facts, never a gap, mean, float or decay: those are
// computed from it, so that the row is the same in whatever order the facts arrived.

import { dayNumber, type Day } from '#lib/day.ts';
import { compareCodePoints } from '#lib/compare.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { factsOf, type FactsSource, type KnownFacts } from './history-facts.ts';
import { spentOn, type Visit, type VisitId } from './visit.ts';

/** Raised when the meaning of a history changes; rows of another version are rebuilt. */
export const foldVersion = 2;

/** So many of the latest visits are stored one by one; older ones only as whole totals. */
export const maxLiveVisits = 4096;

/** The bits of a visit in `History.flags`. */
export const visitFlags = {
  bought: 1,
  reduced: 2,
  friend: 4,
  shared: 8,
  told: 16,
  easy: 32,
  timeKnown: 64,
} as const;

/** Totals of the visits before the live ones. Times as in `stamps`, −1 for none. */
interface OlderVisits {
  readonly visits: number;
  readonly bought: number;
  /** Calendar days with a visit of any kind. */
  readonly days: number;
  readonly boughtDays: number;
  readonly sum: number;
  readonly amounts: number;
  readonly reduced: number;
  readonly friend: number;
  readonly shared: number;
  readonly told: number;
  readonly easy: number;
  readonly first: number;
  readonly last: number;
  readonly firstBought: number;
  readonly lastBought: number;
}

/** All of one customer in one row; built by `historyOf` and never written by hand. */
export interface History extends KnownFacts {
  readonly customerId: CustomerId;
  readonly foldVersion: number;
  /** Live visits, by time and id: local day number × 1440 + minute (noon when unknown). */
  readonly stamps: Int32Array;
  /** Minor units, −1 when unknown or nothing was bought. */
  readonly amounts: Int32Array;
  /** Bits of `visitFlags`. */
  readonly flags: Uint8Array;
  readonly visitIds: readonly VisitId[];
  readonly older: OlderVisits;
}

/** All that one history is built from, the visits in any order too. */
export interface HistorySource extends FactsSource {
  readonly visits: readonly Visit[];
}

/** One live visit as a history holds it. */
export interface HistoryVisit {
  readonly minutes: number;
  readonly amount: number;
  readonly flags: number;
  readonly id: VisitId;
}

/** The history of a customer. Depends on the facts alone, never on their order. */
export function historyOf(source: HistorySource): History {
  return historyFrom(source.visits.filter((visit) => !visit.voided).map(historyVisitOf), source);
}

/** The same from live visits that were converted before, in any order. */
export function historyFrom(folded: readonly HistoryVisit[], source: FactsSource): History {
  const visits = folded.toSorted(byTimeAndId);
  const beforeLive = Math.max(0, visits.length - maxLiveVisits);
  return {
    customerId: source.customer.id,
    foldVersion,
    ...columnsOf(visits.slice(beforeLive)),
    older: visits.slice(0, beforeLive).reduce(withOlder, noOlderVisits),
    ...factsOf(source),
  };
}

/**
 * `history` with one more visit, when that is the latest: the cheap way for a tap at the counter,
 * equal to building it anew. Undefined when another visit is later: then rebuild.
 */
export function withLatestVisit(history: History, visit: Visit): History | undefined {
  if (visit.voided) return undefined;
  const next = historyVisitOf(visit);
  const last = liveVisitAt(history, history.stamps.length - 1);
  if (last !== undefined && byTimeAndId(last, next) >= 0) return undefined;
  const overflow = history.stamps.length >= maxLiveVisits ? liveVisitAt(history, 0) : undefined;
  const from = overflow === undefined ? 0 : 1;
  return {
    ...history,
    stamps: appended(Int32Array, history.stamps.subarray(from), next.minutes),
    amounts: appended(Int32Array, history.amounts.subarray(from), next.amount),
    flags: appended(Uint8Array, history.flags.subarray(from), next.flags),
    visitIds: [...history.visitIds.slice(from), next.id],
    older: overflow === undefined ? history.older : withOlder(history.older, overflow),
  };
}

/** `history` with gestures, moments and the card's facts read anew; its visits stay as they are. */
export function withFacts(history: History, source: FactsSource): History {
  return { ...history, ...factsOf(source) };
}

/** A wall time in minutes since 1970: local day number × 1440 + minute, noon when unknown. */
export function visitMinutes(day: Day, minute: number | null): number {
  return dayNumber(day) * 1440 + (minute ?? 720);
}

export function dayOfMinutes(minutes: number): number {
  return Math.floor(minutes / 1440);
}

/** The day number of the first visit in any of `histories`, or null when nobody has ever come. */
export function firstVisitDay(histories: Iterable<History>): number | null {
  let first = Infinity;
  for (const { older, stamps } of histories)
    first = Math.min(first, older.first >= 0 ? older.first : (stamps[0] ?? Infinity));
  return Number.isFinite(first) ? dayOfMinutes(first) : null;
}

/** Whether the shop knows somebody by more than their name: a visit of any kind, or a moment. */
export function isKnown(history: History): boolean {
  return history.stamps.length > 0 || history.moments.length > 0;
}

export function historyVisitOf(visit: Visit): HistoryVisit {
  return {
    minutes: visitMinutes(visit.day, visit.minute),
    amount: spentOn(visit) ?? -1,
    flags: flagsOf(visit),
    id: visit.id,
  };
}

function flagsOf(visit: Visit): number {
  let flags = visit.kind === 'bought' ? visitFlags.bought : 0;
  if (visit.reduced) flags |= visitFlags.reduced;
  if (visit.minute !== null) flags |= visitFlags.timeKnown;
  for (const mark of visit.marks) flags |= visitFlags[mark];
  return flags;
}

function columnsOf(
  visits: readonly HistoryVisit[],
): Pick<History, 'stamps' | 'amounts' | 'flags' | 'visitIds'> {
  return {
    stamps: Int32Array.from(visits, (visit) => visit.minutes),
    amounts: Int32Array.from(visits, (visit) => visit.amount),
    flags: Uint8Array.from(visits, (visit) => visit.flags),
    visitIds: visits.map((visit) => visit.id),
  };
}

function liveVisitAt(history: History, index: number): HistoryVisit | undefined {
  const minutes = history.stamps[index];
  const amount = history.amounts[index];
  const flags = history.flags[index];
  const id = history.visitIds[index];
  if (minutes === undefined || amount === undefined || flags === undefined || id === undefined)
    return undefined;
  return { minutes, amount, flags, id };
}

function appended<Column extends Int32Array | Uint8Array>(
  make: { new (length: number): Column },
  column: Column,
  value: number,
): Column {
  const longer = new make(column.length + 1);
  longer.set(column);
  longer[column.length] = value;
  return longer;
}

const noOlderVisits: OlderVisits = {
  visits: 0,
  bought: 0,
  days: 0,
  boughtDays: 0,
  sum: 0,
  amounts: 0,
  reduced: 0,
  friend: 0,
  shared: 0,
  told: 0,
  easy: 0,
  first: -1,
  last: -1,
  firstBought: -1,
  lastBought: -1,
};

function withOlder(older: OlderVisits, visit: HistoryVisit): OlderVisits {
  const bought = bit(visit, visitFlags.bought);
  return {
    visits: older.visits + 1,
    bought: older.bought + bought,
    days: older.days + newDay(older.last, visit.minutes),
    boughtDays: older.boughtDays + (bought === 1 ? newDay(older.lastBought, visit.minutes) : 0),
    sum: older.sum + Math.max(0, visit.amount),
    amounts: older.amounts + (visit.amount < 0 ? 0 : 1),
    reduced: older.reduced + bit(visit, visitFlags.reduced),
    friend: older.friend + bit(visit, visitFlags.friend),
    shared: older.shared + bit(visit, visitFlags.shared),
    told: older.told + bit(visit, visitFlags.told),
    easy: older.easy + bit(visit, visitFlags.easy),
    first: older.first < 0 ? visit.minutes : older.first,
    last: visit.minutes,
    firstBought: bought === 1 && older.firstBought < 0 ? visit.minutes : older.firstBought,
    lastBought: bought === 1 ? visit.minutes : older.lastBought,
  };
}

function bit(visit: HistoryVisit, flag: number): 0 | 1 {
  return (visit.flags & flag) === 0 ? 0 : 1;
}

function newDay(last: number, minutes: number): 0 | 1 {
  return last >= 0 && dayOfMinutes(last) === dayOfMinutes(minutes) ? 0 : 1;
}

function byTimeAndId(a: HistoryVisit, b: HistoryVisit): number {
  return a.minutes - b.minutes || compareCodePoints(a.id, b.id);
}
