// Chooses the past visits to train on: evenly over days, and over the visits of those days, so that
// the work is bounded and the same log always gives the same sample. Only visits by people who had
// come before can teach anything.

import { epochMinuteAt, type ArrivalTimes } from './visit-times.ts';
import { byTime, countBefore, type ReplayVisit } from './replay.ts';

/** Visits to fit on, and the latest ones to try the rankings on; both in order of time. */
export interface TrainingSample {
  readonly earlier: readonly ReplayVisit[];
  readonly recent: readonly ReplayVisit[];
}

/** How many visits each part has at most. */
export interface SampleSize {
  readonly earlier: number;
  readonly recent: number;
}

/**
 * A year back: habits follow the seasons. In the first fifth of a young log nearly everybody is
 * new.
 */
const windowDays = 364;
const warmUpShare = 0.2;
/** The latest weeks, or as far back as 150 visits (standard error .04), but at most half. */
const recentDays = 56;
const minRecent = 150;
/** A day costs a pass over all visits: with more visits, fewer days (at least 30). */
const visitBudget = 15e6;
const minDays = 30;

/** The sample of everything up to and with the day number `day`. */
export function trainingSampleOf(
  everybody: readonly ArrivalTimes[],
  day: number,
  size: SampleSize,
): TrainingSample {
  const first = everybody.reduce((minimum, { days }) => Math.min(minimum, days[0] ?? day), day);
  const from = Math.max(day - windowDays + 1, first + Math.floor(warmUpShare * (day - first)));
  const perDay = visitsByDay(everybody, from, day);
  const cut = recentFrom(perDay);
  const visits = everybody.reduce((sum, { days }) => sum + days.length, 0);
  const max = Math.max(minDays, Math.floor(visitBudget / Math.max(1, visits)));
  const daysOf = (start: number, end: number): readonly number[] =>
    evenlySpaced(daysWithVisits(perDay, start, end), max / 2).map((index) => from + index);
  return {
    earlier: evenlySpaced(visitsOn(everybody, daysOf(0, cut)), size.earlier),
    recent: evenlySpaced(visitsOn(everybody, daysOf(cut, perDay.length)), size.recent),
  };
}

/** Visits by people who had come before, by day. */
function visitsByDay(everybody: readonly ArrivalTimes[], from: number, to: number): Int32Array {
  const perDay = new Int32Array(Math.max(0, to - from + 1));
  for (const times of everybody) {
    const end = countBefore(times, to + 1);
    for (let index = firstTrainingVisit(times, from); index < end; index += 1) {
      const position = (times.days[index] ?? from) - from;
      perDay[position] = (perDay[position] ?? 0) + 1;
    }
  }
  return perDay;
}

function recentFrom(perDay: Int32Array): number {
  const all = perDay.reduce((sum, visits) => sum + visits, 0);
  let seen = 0;
  for (let index = perDay.length - 1; index >= 0; index -= 1) {
    if (seen > 0 && seen + (perDay[index] ?? 0) > all / 2) return index + 1;
    seen += perDay[index] ?? 0;
    if (seen >= minRecent && perDay.length - index >= recentDays) return index;
  }
  return 0;
}

function daysWithVisits(perDay: Int32Array, start: number, end: number): readonly number[] {
  const indexes: number[] = [];
  for (let index = start; index < end; index += 1)
    if ((perDay[index] ?? 0) > 0) indexes.push(index);
  return indexes;
}

function visitsOn(
  everybody: readonly ArrivalTimes[],
  days: readonly number[],
): readonly ReplayVisit[] {
  const [first = 0, wanted] = [days[0], new Set(days)];
  const visits: ReplayVisit[] = [];
  everybody.forEach((times, who) => {
    for (let index = firstTrainingVisit(times, first); index < times.days.length; index += 1)
      if (wanted.has(times.days[index] ?? 0))
        visits.push({ who, index, epochMinute: epochMinuteAt(times, index) });
  });
  return visits.toSorted(byTime);
}

/** The first visit from the day number `day` on by which the person was known. */
function firstTrainingVisit(times: ArrivalTimes, day: number): number {
  return Math.max(times.older > 0 ? 0 : 1, countBefore(times, day));
}

/** At most `count` of `values`, evenly spread, the last among them. */
function evenlySpaced<Value>(values: readonly Value[], count: number): readonly Value[] {
  const max = Math.floor(count);
  if (values.length <= max) return values;
  return Array.from({ length: max }, (_, position) => {
    const index = Math.ceil(((position + 1) * values.length) / max) - 1;
    return values[index];
  }).filter((value) => value !== undefined);
}
