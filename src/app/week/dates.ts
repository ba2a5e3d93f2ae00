// Whose day is near: birthdays, years with the shop, milestones. Everybody is in memory.

import type { DateAhead } from '#domain/week/date-ahead.ts';
import { datesAhead } from '#engine/suggestions/dates-ahead.ts';
import { logStartOf } from '#engine/profile/log-reach.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { addDays, dayOf, type Day } from '#lib/day.ts';
import { forEachInChunks } from '#app/counter/chunks.ts';
import type { Roster } from '#app/customers/roster.ts';

/** From the first to the last day, both with it. */
export interface DateSpan {
  readonly from: Day;
  readonly until: Day;
}

/** The next `days` days, today with them. */
export function nextDays(today: Day, days: number): DateSpan {
  return { from: today, until: addDays(today, days - 1) };
}

/** The month `ahead` months after that of `today`, whole. */
export function monthAhead(today: Day, ahead: number): DateSpan {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
  const from = firstOf(months);
  return { from, until: addDays(firstOf(months + 1), -1) };
}

function firstOf(months: number): Day {
  const day = dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
  if (day === undefined) throw new RangeError(`No such month: ${months}`);
  return day;
}

/** By day, milestones last; null once `isOver` says that nobody waits any more. */
export async function listDates(
  roster: Roster,
  asked: DateSpan & { readonly today: Day },
  isOver: () => boolean,
): Promise<readonly DateAhead[] | null> {
  const histories = [...roster.people().values()].map(({ history }) => history);
  const logSince = logStartOf(histories);
  const dates: DateAhead[] = [];
  const isDone = await forEachInChunks(
    histories,
    (history) => void dates.push(...datesAhead(history, { ...asked, logSince })),
    isOver,
  );
  return isDone ? dates.toSorted(byDay) : null;
}

function byDay(a: DateAhead, b: DateAhead): number {
  const [dayA, dayB] = [a, b].map((each) => (each.kind === 'milestone' ? '9999' : each.day));
  return (
    compareCodePoints(dayA ?? '', dayB ?? '') ||
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(a.customerId, b.customerId)
  );
}
