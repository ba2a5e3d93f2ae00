// What the models know of people: recency and frequency, on the shop's clock in weeks, at most one
// visit a day. Typed columns, for a fit reads them some hundred times. Names, money and dates have
// no part in it.

import { countUntil } from '#engine/math/count-until.ts';
import { weeksAt, type BusinessClock } from '#engine/profile/business-clock.ts';

/** Everybody's visits in weeks of the shop's clock, each person's in order and without repeats. */
export type VisitTimes = readonly Float64Array[];

/** The visit times of people with these visit days (day numbers, in order, each day once). */
export function visitTimesOn(clock: BusinessClock, people: readonly Int32Array[]): VisitTimes {
  return people.map((days) => Float64Array.from(days, (day) => weeksAt(clock, day)));
}

/** Everybody's past at one time, a column each. Index i of every column is the same person. */
export interface RfmTable {
  readonly size: number;
  /** The person's index in the `VisitTimes`. */
  readonly who: Int32Array;
  /** x: visits after the first. */
  readonly repeats: Float64Array;
  /** t_x: weeks from the first visit to the last. */
  readonly last: Float64Array;
  /** T: weeks from the first visit to now. */
  readonly age: Float64Array;
  /** L: the sum of the logarithms of the gaps in weeks. */
  readonly logGaps: Float64Array;
  /** How many people share this past: 1, or more after `groupedRows`. */
  readonly counts: Float64Array;
}

/** The past at `now` (weeks) of all who had come by then. Later visits are not read. */
export function rfmTableAt(visitTimes: VisitTimes, now: number): RfmTable {
  const who: number[] = [];
  visitTimes.forEach((times, index) => {
    if ((times[0] ?? Number.POSITIVE_INFINITY) <= now) who.push(index);
  });
  const rfm = emptyTable(who.length);
  who.forEach((person, index) => {
    rfm.who[index] = person;
    writeRow(rfm, index, { times: visitTimes[person] ?? new Float64Array(), now });
  });
  return rfm;
}

/** The table of one person with the visits `times` (weeks) at `now`. */
export function rfmRowOf(times: Float64Array, now: number): RfmTable {
  const rfm = emptyTable((times[0] ?? Number.POSITIVE_INFINITY) <= now ? 1 : 0);
  if (rfm.size === 1) writeRow(rfm, 0, { times, now });
  return rfm;
}

/** The same people with equal pasts counted together, which halves the work of a fit. */
export function groupedRows(rfm: RfmTable): RfmTable {
  const rowByKey = new Map<string, number>();
  const rows: number[] = [];
  const counts: number[] = [];
  for (let index = 0; index < rfm.size; index += 1) {
    const key = `${rfm.repeats[index]} ${rfm.last[index]} ${rfm.age[index]} ${rfm.logGaps[index]}`;
    const row = rowByKey.get(key);
    if (row === undefined) {
      rowByKey.set(key, rows.length);
      rows.push(index);
      counts.push(rfm.counts[index] ?? 1);
    } else counts[row] = (counts[row] ?? 0) + (rfm.counts[index] ?? 1);
  }
  return {
    size: rows.length,
    who: Int32Array.from(rows, (index) => rfm.who[index] ?? 0),
    repeats: Float64Array.from(rows, (index) => rfm.repeats[index] ?? 0),
    last: Float64Array.from(rows, (index) => rfm.last[index] ?? 0),
    age: Float64Array.from(rows, (index) => rfm.age[index] ?? 0),
    logGaps: Float64Array.from(rows, (index) => rfm.logGaps[index] ?? 0),
    counts: Float64Array.from(counts),
  };
}

/**
 * At most so many people with about so many visits, evenly by first visit, so that the order of
 * rows does not matter. All of them where they are few enough.
 */
export function sampled(
  visitTimes: VisitTimes,
  { people, visits }: { readonly people: number; readonly visits: number },
): VisitTimes {
  const all = visitTimes.reduce((sum, times) => sum + times.length, 0);
  const size = Math.floor(
    Math.min(visitTimes.length, people, visitTimes.length * Math.min(1, visits / Math.max(1, all))),
  );
  if (size === visitTimes.length) return visitTimes;
  const byFirst = visitTimes.toSorted(
    (a, b) => (a[0] ?? 0) - (b[0] ?? 0) || a.length - b.length || (a.at(-1) ?? 0) - (b.at(-1) ?? 0),
  );
  const step = byFirst.length / size;
  return Array.from(
    { length: size },
    (_, index) => byFirst[Math.floor(index * step)] ?? new Float64Array(),
  );
}

function emptyTable(size: number): RfmTable {
  return {
    size,
    who: new Int32Array(size),
    repeats: new Float64Array(size),
    last: new Float64Array(size),
    age: new Float64Array(size),
    logGaps: new Float64Array(size),
    counts: new Float64Array(size).fill(1),
  };
}

function writeRow(
  rfm: RfmTable,
  index: number,
  { times, now }: { readonly times: Float64Array; readonly now: number },
): void {
  const visits = countUntil(times, now);
  const first = times[0] ?? now;
  let logGaps = 0;
  for (let visit = 1; visit < visits; visit += 1)
    logGaps += Math.log((times[visit] ?? 0) - (times[visit - 1] ?? 0));
  rfm.repeats[index] = Math.max(0, visits - 1);
  rfm.last[index] = (times[visits - 1] ?? first) - first;
  rfm.age[index] = now - first;
  rfm.logGaps[index] = logGaps;
}
