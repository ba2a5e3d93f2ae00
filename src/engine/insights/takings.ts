// What was taken, week by week, in a shop that notes amounts: the sums from the day rows, so with
// and without a name; the average basket from visits by name, for day rows do not say how many
// amounts were noted. Whole weeks only, as in the year of visits.

import type { Takings } from '#domain/week/insights.ts';
import type { DaySummary } from '#domain/visits/day-summary.ts';
import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import { addDays, dayNumber, daysBetween, mondayOf, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { isBought } from '#engine/profile/features.ts';

const weeksShown = 52;

export interface TakingsSource {
  readonly rows: readonly DaySummary[];
  readonly histories: readonly History[];
  readonly today: Day;
}

/** Null where no amount was noted in the last year. */
export function takingsOf({ rows, histories, today }: TakingsSource): Takings | null {
  const from = addDays(mondayOf(today), -7 * weeksShown);
  const weeks = emptyWeeks();
  for (const row of rows) {
    const week = Math.floor(daysBetween(from, row.day) / 7);
    if (weeks[week] !== undefined) weeks[week] += row.sum;
  }
  const baskets = basketsOf(histories, dayNumber(from));
  if (sumOf(weeks) === 0) return null;
  return {
    from,
    weeks,
    baskets: weeks.map((_, week) => averageOf(baskets, week, week + 1)),
    lastFour: sumOf(weeks.slice(-4)),
    fourBefore: sumOf(weeks.slice(-8, -4)),
    basketLastFour: averageOf(baskets, weeksShown - 4, weeksShown),
    basketFourBefore: averageOf(baskets, weeksShown - 8, weeksShown - 4),
  };
}

interface Baskets {
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

function basketsOf(histories: readonly History[], from: number): Baskets {
  const sums = emptyWeeks();
  const counts = emptyWeeks();
  for (const history of histories) {
    for (let index = history.stamps.length - 1; index >= 0; index -= 1) {
      const week = Math.floor((dayOfMinutes(history.stamps[index] ?? 0) - from) / 7);
      if (week < 0) break;
      const amount = history.amounts[index] ?? -1;
      if (amount < 0 || sums[week] === undefined || !isBought(history, index)) continue;
      sums[week] += amount;
      counts[week] = (counts[week] ?? 0) + 1;
    }
  }
  return { sums, counts };
}

function averageOf({ sums, counts }: Baskets, from: number, to: number): number | null {
  const count = sumOf(counts.slice(from, to));
  return count === 0 ? null : Math.round(sumOf(sums.slice(from, to)) / count);
}

function emptyWeeks(): number[] {
  return Array.from({ length: weeksShown }, () => 0);
}
