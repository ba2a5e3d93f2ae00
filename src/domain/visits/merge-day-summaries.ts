import { groupBy } from '#lib/group-by.ts';
import type { Visit } from './visit.ts';
import { daySummaryOf, type DaySummary } from './day-summary.ts';

/** The rows of all days on which one of `visits` was, from these visits alone. */
export function daySummariesOf(visits: readonly Visit[]): readonly DaySummary[] {
  const byDay = groupBy(visits, (visit) => visit.day);
  return [...byDay].map(([day, ofDay]) => daySummaryOf(day, ofDay));
}

/** One row for a day whose visits are counted in two: the row of all of them. */
export function mergeDaySummaries(row: DaySummary, other: DaySummary): DaySummary {
  return {
    ...row,
    bought: row.bought + other.bought,
    browsed: row.browsed + other.browsed,
    named: row.named + other.named,
    unnamed: row.unnamed + other.unnamed,
    sum: row.sum + other.sum,
    hours: row.hours.map((count, hour) => count + (other.hours[hour] ?? 0)),
    checksum: row.checksum ^ other.checksum,
  };
}
