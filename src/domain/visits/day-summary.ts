// One row a day, read instead of visits by the Counter's "12 today". Derived; the visits are the
// truth.

import type { Day } from '#lib/day.ts';
import { hashOf } from '#lib/hash.ts';
import { spentOn, type Visit } from './visit.ts';

/** Counts of one day. `hours`: 24 entries of timed visits. `checksum`: XOR of all hashes. */
export interface DaySummary {
  readonly day: Day;
  readonly foldVersion: number;
  readonly bought: number;
  readonly browsed: number;
  readonly named: number;
  readonly unnamed: number;
  /** Minor units of all noted amounts. */
  readonly sum: number;
  readonly hours: readonly number[];
  readonly checksum: number;
}

/** Raised when the meaning of a day row changes; rows of another version are rebuilt. */
export const daySummaryVersion = 1;

export function emptyDaySummary(day: Day): DaySummary {
  return {
    day,
    foldVersion: daySummaryVersion,
    bought: 0,
    browsed: 0,
    named: 0,
    unnamed: 0,
    sum: 0,
    hours: Array.from({ length: 24 }, () => 0),
    checksum: 0,
  };
}

/** The row of a day from all its visits, in any order. Voided ones are passed over. */
export function daySummaryOf(day: Day, visits: readonly Visit[]): DaySummary {
  return visits.reduce(withVisit, emptyDaySummary(day));
}

/** `row` with `visit` counted, if it is a live visit of that day. */
export function withVisit(row: DaySummary, visit: Visit): DaySummary {
  return withCount(row, visit, 1);
}

/** `row` with `visit` no longer counted: undoes `withVisit` exactly. */
export function withoutVisit(row: DaySummary, visit: Visit): DaySummary {
  return withCount(row, visit, -1);
}

/** Everybody who came in that day, named or not, buying or browsing. */
export function visitorsOn(row: DaySummary): number {
  return row.bought + row.browsed;
}

function withCount(row: DaySummary, visit: Visit, by: 1 | -1): DaySummary {
  if (visit.voided || visit.day !== row.day) return row;
  const hour = visit.minute === null ? -1 : Math.floor(visit.minute / 60);
  return {
    ...row,
    bought: row.bought + (visit.kind === 'bought' ? by : 0),
    browsed: row.browsed + (visit.kind === 'browsed' ? by : 0),
    named: row.named + (visit.customerId === null ? 0 : by),
    unnamed: row.unnamed + (visit.customerId === null ? by : 0),
    sum: row.sum + by * (spentOn(visit) ?? 0),
    hours: row.hours.map((count, index) => (index === hour ? count + by : count)),
    checksum: row.checksum ^ checksumOf(visit),
  };
}

function checksumOf(visit: Visit): number {
  const { id, customerId, at, day, minute, kind, amount, reduced, marks, note } = visit;
  return hashOf(
    JSON.stringify([id, customerId, at, day, minute, kind, amount, reduced, marks, note]),
  );
}
