// Who is in which segment today, who was when a span began, and who moved in between. The past is
// judged by the same rules and model as today, on histories cut at that day, so that a number only
// changes because people came or did not.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import {
  insightsSpans,
  type InsightsCount,
  type SegmentMove,
  type InsightsPeriod,
  type InsightsSpan,
} from '#domain/week/insights.ts';
import { dayOfMinutes, isKnown, type History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import type { SegmentRules, Segment } from '#domain/week/segment.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { compareCodePoints } from '#lib/compare.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { stretchOf, type Features } from '#engine/profile/features.ts';
import { segmentsOf } from '#engine/segments/segments.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { cohortOf, type Cohort } from '#engine/profile/cohort.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';
import { lastDayOf } from '#engine/profile/business-clock.ts';

/** Everybody's history, and what the segments depend on. */
export interface PeriodSource {
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly rules: SegmentRules;
  readonly today: Day;
  /** What the shop has learned; the past is judged by the same. */
  readonly fittedModel?: FittedModel | undefined;
}

/** One period for each span. */
export function periodsOf(source: PeriodSource): readonly InsightsPeriod[] {
  const histories = source.histories.toSorted(byName);
  const now = snapshotOf({ ...source, histories });
  return insightsSpans.map((span) => periodOf(span, { ...source, histories }, now));
}

/** Everybody's segments on one day. */
interface SegmentSnapshot {
  readonly cohort: Cohort;
  readonly segments: ReadonlyMap<CustomerId, ReadonlySet<Segment>>;
}

function snapshotOf(source: PeriodSource): SegmentSnapshot {
  const cohort = cohortOf(source);
  const segments = new Map(
    source.histories.map((history) => {
      const found = segmentsOf(profileOf(history, cohort, source.rules));
      return [history.customerId, new Set(found.map(({ segment }) => segment))];
    }),
  );
  return { cohort, segments };
}

function periodOf(span: InsightsSpan, source: PeriodSource, now: SegmentSnapshot): InsightsPeriod {
  const day = dayNumber(source.today) - span;
  const before = snapshotBefore(source, { day, span });
  const ids = source.histories.map((history) => history.customerId);
  const first = (id: CustomerId): number | null => now.cohort.features.get(id)?.first ?? null;
  const newSince = (from: number, to: number): readonly CustomerId[] =>
    ids.filter((id) => isWithin(first(id), from, to));
  const knowsNew = (from: number): boolean => isSurelyFirst(from, now.cohort.logSince);
  const newcomers = knowsNew(day) ? newSince(day, dayNumber(source.today)) : [];
  const newBefore = knowsNew(day - span) ? newSince(day - span, day).length : null;
  const groups = {
    ...countsIn(ids, now),
    new: newcomers,
    ...movesIn(ids, before, now),
  };
  return {
    span,
    groups,
    knowsNew: knowsNew(day),
    before: before === null ? null : { ...sizesOf(countsIn(ids, before)), new: newBefore },
    cameAgain: newcomers.filter((id) => (now.cohort.features.get(id)?.visitDays ?? 0) > 1).length,
    share: shareOf(source, now, day),
  };
}

// Null when the visits do not reach back over the whole span before: a shop in its first days has
// no regulars and only newcomers, and a comparison would only say how long visits are logged.
function snapshotBefore(
  source: PeriodSource,
  { day, span }: { readonly day: number; readonly span: InsightsSpan },
): SegmentSnapshot | null {
  const histories = source.histories.map((history) => historyUntil(history, day)).filter(isKnown);
  const snapshot = snapshotOf({ ...source, histories, today: dayAt(day) });
  const firsts = [...snapshot.cohort.features.values()].flatMap(({ first }) => first ?? []);
  return firsts.some((first) => first <= day - span) ? snapshot : null;
}

type SegmentCounts = Readonly<Record<Exclude<InsightsCount, 'new'>, readonly CustomerId[]>>;

function countsIn(ids: readonly CustomerId[], snapshot: SegmentSnapshot): SegmentCounts {
  return {
    regular: ids.filter((id) => isOf(snapshot, id, 'regular')),
    rising: ids.filter((id) => isOf(snapshot, id, 'rising')),
    slipping: ids.filter((id) => isOf(snapshot, id, 'slipping')),
  };
}

function sizesOf({
  regular,
  rising,
  slipping,
}: SegmentCounts): Record<keyof SegmentCounts, number> {
  return { regular: regular.length, rising: rising.length, slipping: slipping.length };
}

function movesIn(
  ids: readonly CustomerId[],
  before: SegmentSnapshot | null,
  now: SegmentSnapshot,
): Readonly<Record<SegmentMove, readonly CustomerId[]>> {
  if (before === null) return { 'became-regular': [], 'regular-less': [], 'back-again': [] };
  const was = (id: CustomerId, segment: Segment): boolean => isOf(before, id, segment);
  const is = (id: CustomerId, segment: Segment): boolean => isOf(now, id, segment);
  return {
    'became-regular': ids.filter(
      (id) => is(id, 'regular') && !was(id, 'regular') && !was(id, 'slipping'),
    ),
    'regular-less': ids.filter((id) => was(id, 'regular') && is(id, 'slipping')),
    'back-again': ids.filter(
      (id) => was(id, 'slipping') && !is(id, 'slipping') && cameSince(id, before, now),
    ),
  };
}

function cameSince(id: CustomerId, before: SegmentSnapshot, now: SegmentSnapshot): boolean {
  const last = now.cohort.features.get(id)?.last ?? null;
  return last !== null && last > lastDayOf(before.cohort.clock);
}

function isOf({ segments }: SegmentSnapshot, id: CustomerId, segment: Segment): boolean {
  return segments.get(id)?.has(segment) === true;
}

function shareOf(
  source: PeriodSource,
  now: SegmentSnapshot,
  after: number,
): InsightsPeriod['share'] {
  const share = { people: 0, regulars: 0, visits: 0, regularVisits: 0 };
  const upTo = dayNumber(source.today);
  for (const history of source.histories) {
    const { visitDays } = stretchOf(history, { after, upTo, clock: now.cohort.clock });
    if (visitDays === 0) continue;
    const isRegular = isOf(now, history.customerId, 'regular');
    share.people += 1;
    share.visits += visitDays;
    share.regulars += isRegular ? 1 : 0;
    share.regularVisits += isRegular ? visitDays : 0;
  }
  return share;
}

function isWithin(first: Features['first'], after: number, upTo: number): boolean {
  return first !== null && first > after && first <= upTo;
}

function byName(a: History, b: History): number {
  return (
    compareCodePoints(a.facts.name, b.facts.name) || compareCodePoints(a.customerId, b.customerId)
  );
}

/**
 * `history` as of the day number `day`. The totals of visits before the live ones cannot be
 * divided and stay; they lie years back.
 */
function historyUntil(history: History, day: number): History {
  const { stamps, amounts, flags, visitIds, moments, gestures } = history;
  const later = stamps.findIndex((stamp) => dayOfMinutes(stamp) > day);
  const count = later < 0 ? stamps.length : later;
  return {
    ...history,
    stamps: stamps.subarray(0, count),
    amounts: amounts.subarray(0, count),
    flags: flags.subarray(0, count),
    visitIds: visitIds.slice(0, count),
    moments: moments.filter((moment) => moment.day <= day),
    gestures: gestures.flatMap((gesture) => gestureUntil(gesture, day)),
  };
}

function gestureUntil(gesture: HistoryGesture, day: number): readonly HistoryGesture[] {
  if (gesture.planned > day) return [];
  const isGiven = gesture.handedOver !== null && gesture.handedOver <= day;
  if (gesture.handedOver === null || isGiven) return [gesture];
  return [{ ...gesture, state: 'planned', handedOver: null, windowDays: null }];
}
