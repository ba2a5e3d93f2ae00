// When people come, counted from the day rows. Nothing is smoothed or guessed, so that each cell
// can be counted again.

import { spansOn, type Calendar } from '#domain/shop/calendar.ts';
import type { BusyDay, BusyHour, BusyHours } from '#domain/week/insights.ts';
import { visitorsOn, type DaySummary } from '#domain/visits/day-summary.ts';
import { addDays, dayNumber, weekdayOf, weekdays, type Day, type Weekday } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';

/** Twelve of each weekday. */
const busyDays = 84;

/** Day rows of the window, the shop's calendar, and the day of its first row of all. */
export interface BusySource {
  readonly rows: readonly DaySummary[];
  readonly calendar: Calendar;
  readonly first: Day | null;
  readonly today: Day;
}

/** The hours of the twelve weeks that end with yesterday: today is not over. */
export function busyHoursOf(source: BusySource): BusyHours {
  const { today } = source;
  const from = addDays(today, -busyDays);
  const to = addDays(today, -1);
  const known = daysBetween(from, to).filter((day) => source.first !== null && day >= source.first);
  const rows = source.rows.filter(({ day }) => day >= from && day <= to);
  const all = weekdays.map((weekday) => weekdayRow(weekday, { ...source, known, rows }));
  const days = withSameHours(all.filter(isWorthShowing));
  const timed = sumOf(rows.flatMap(({ hours }) => hours));
  return {
    from,
    to,
    days,
    timed,
    untimed: sumOf(rows.map(visitorsOn)) - timed,
    busiest: busiestOf(days),
  };
}

interface Window {
  readonly known: readonly Day[];
  readonly rows: readonly DaySummary[];
  readonly calendar: Calendar;
}

function weekdayRow(weekday: Weekday, { known, rows, calendar }: Window): BusyDay {
  const mine = rows.filter(({ day }) => weekdayOf(day) === weekday);
  const visited = new Set(mine.filter((row) => visitorsOn(row) > 0).map(({ day }) => day));
  const days = known.filter((day) => weekdayOf(day) === weekday);
  const spans = days.map((day) => spansOn(calendar, day));
  const opened = spans.flat();
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    visits: sumOf(mine.map((row) => row.hours[hour] ?? 0)),
    isOpen: opened.some(({ opens, closes }) => opens < (hour + 1) * 60 && closes > hour * 60),
  }));
  const open = days.filter((day, place) => visited.has(day) || (spans[place] ?? []).length > 0);
  return { weekday, days: open.length, hours };
}

function isWorthShowing({ days, hours }: BusyDay): boolean {
  return days > 0 && hours.some((hour) => hour.isOpen || hour.visits > 0);
}

// From the first to the last hour with a visit: an hour at either end in which nobody ever comes
// says nothing, nor do the nights of a shop that is open round the clock.
function withSameHours(days: readonly BusyDay[]): readonly BusyDay[] {
  const busy = days.flatMap(({ hours }) => hours.filter(({ visits }) => visits > 0));
  const first = Math.min(...busy.map(({ hour }) => hour));
  const last = Math.max(...busy.map(({ hour }) => hour));
  return days.map((day) => ({
    ...day,
    hours: day.hours.filter(({ hour }) => hour >= first && hour <= last),
  }));
}

function busiestOf(days: readonly BusyDay[]): BusyHours['busiest'] {
  let best: BusyHours['busiest'] = null;
  for (const { weekday, days: count, hours } of days) {
    for (const hour of hours) {
      if (hour.visits > 0 && (best === null || isBusier({ days: count, ...hour }, best)))
        best = { weekday, days: count, ...hour };
    }
  }
  return best;
}

// Compared without division: equal shares must come out equal.
function isBusier(
  one: Pick<BusyHour, 'visits'> & Pick<BusyDay, 'days'>,
  other: Pick<BusyHour, 'visits'> & Pick<BusyDay, 'days'>,
): boolean {
  return one.visits * other.days > other.visits * one.days;
}

function daysBetween(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) =>
    addDays(from, index),
  );
}
