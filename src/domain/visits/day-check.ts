// Whether the visits of a day are still those that were counted when they were written. A row that
// rotted on the disk shows nowhere else: it reads like any other visit.

import type { Day } from '#lib/day.ts';
import { visitorsOn, daySummaryOf, daySummaryVersion, type DaySummary } from './day-summary.ts';
import type { Visit } from './visit.ts';

export interface DayCheck {
  /** Days whose visits are not what was counted, or cannot be read. */
  readonly inconsistent: readonly Day[];
  /** The last day that was checked; null when there was none left. */
  readonly last: Day | null;
}

/** Whether `visits` (of any day) are on `day` what `row` says. Rows of another version match. */
export function matchesSummary(
  day: Day,
  row: DaySummary | undefined,
  visits: readonly Visit[],
): boolean {
  const found = daySummaryOf(day, visits);
  if (row === undefined) return visitorsOn(found) === 0;
  if (row.foldVersion !== daySummaryVersion) return true;
  return (
    row.checksum === found.checksum &&
    row.bought === found.bought &&
    row.browsed === found.browsed &&
    row.named === found.named &&
    row.unnamed === found.unnamed &&
    row.sum === found.sum &&
    row.hours.every((count, hour) => count === found.hours[hour])
  );
}
