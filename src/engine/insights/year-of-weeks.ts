// A year of the whole shop in weeks, from the day rows. Whole weeks only: the running one would
// always look like a fall.

import type { YearOfWeeks } from '#domain/week/insights.ts';
import { visitorsOn, type DaySummary } from '#domain/visits/day-summary.ts';
import { addDays, daysBetween, mondayOf, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';

const weeksShown = 52;

/** The first Monday of the 52 whole weeks before the week of `today`. */
function firstMondayOf(today: Day): Day {
  return addDays(mondayOf(today), -7 * weeksShown);
}

/**
 * Visits of anybody in the 52 whole weeks before the week of `today`. `first`: the shop’s first
 * day.
 */
export function yearOfWeeksOf(
  rows: readonly DaySummary[],
  first: Day | null,
  today: Day,
): YearOfWeeks {
  const from = firstMondayOf(today);
  const weeks = Array.from({ length: weeksShown }, () => 0);
  for (const row of rows) {
    const week = Math.floor(daysBetween(from, row.day) / 7);
    const count = weeks[week];
    if (count !== undefined) weeks[week] = count + visitorsOn(row);
  }
  const max = Math.max(...weeks);
  return {
    from,
    weeks,
    known: knownWeeks(from, first),
    visits: sumOf(weeks),
    busiest: max === 0 ? null : { monday: addDays(from, 7 * weeks.indexOf(max)), visits: max },
    lastFour: sumOf(weeks.slice(-4)),
    fourBefore: sumOf(weeks.slice(-8, -4)),
  };
}

// The week in which the shop began is not a whole one, unless it began on the Monday.
function knownWeeks(from: Day, first: Day | null): number {
  if (first === null) return 0;
  const unknown = Math.ceil(Math.max(0, daysBetween(from, first)) / 7);
  return Math.max(0, weeksShown - unknown);
}
