// The last 52 weeks of one person as a row of bars, for the owner's page. Counts visit days.

import type { History } from '#domain/visits/history.ts';
import { dayOfMinutes } from '#domain/visits/history.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { isBought, yearDays } from './features.ts';

/** Where a month begins in the strip: `week` is 0–51. */
export interface MonthMark {
  readonly week: number;
  readonly first: Day;
}

export interface YearStrip {
  /** Visit days (0–7) in each of the 52 weeks, oldest first; the last week ends today. */
  readonly weeks: readonly number[];
  readonly months: readonly MonthMark[];
}

const weeksShown = yearDays / 7;

/** The strip of `history` that ends on `today`. */
export function yearStripOf(history: History, today: Day): YearStrip {
  const firstDay = dayNumber(today) - yearDays + 1;
  const weeks = Array.from({ length: weeksShown }, () => 0);
  for (const day of visitDaysSince(history, firstDay)) {
    const week = Math.floor((day - firstDay) / 7);
    const count = weeks[week];
    if (count !== undefined) weeks[week] = count + 1;
  }
  return { weeks, months: monthsFrom(firstDay) };
}

function visitDaysSince(history: History, firstDay: number): ReadonlySet<number> {
  const days = new Set<number>();
  for (let index = history.stamps.length - 1; index >= 0; index -= 1) {
    const day = dayOfMinutes(history.stamps[index] ?? 0);
    if (day < firstDay) break;
    if (isBought(history, index)) days.add(day);
  }
  return days;
}

function monthsFrom(firstDay: number): readonly MonthMark[] {
  return Array.from({ length: yearDays }, (_, index) => ({ index, day: dayAt(firstDay + index) }))
    .filter(({ day }) => day.endsWith('-01'))
    .map(({ index, day }) => ({ week: Math.floor(index / 7), first: day }));
}
