// The shop's clock, which stands still on closed days: two weeks of holiday must not make everybody
// look late. Made once for a day's thinking; asking it costs one subtraction, however many
// customers there are.

import { openDayTest, type Calendar } from '#domain/shop/calendar.ts';
import { firstVisitDay, dayOfMinutes, type History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';

/** Counts open days between two day numbers, and knows which day it is. */
export interface BusinessClock {
  readonly today: number;
  readonly firstDay: number;
  /** `before[i]`: open days from the first day up to and with day `firstDay + i`. */
  readonly before: Int32Array;
}

/** How the histories, the hours kept and the day make the clock. */
export interface BusinessClockSource {
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/**
 * The clock from the earliest visit to `todayVisits`. A day with a visit counts as open, whatever
 * the calendar says.
 */
export function businessClockOf({
  histories,
  calendar,
  today,
}: BusinessClockSource): BusinessClock {
  const last = dayNumber(today);
  const firstDay = Math.min(last, firstVisitDay(histories) ?? last);
  const visited = visitedDays(histories, firstDay, last);
  const isOpen = openDayTest(calendar);
  const before = new Int32Array(last - firstDay + 1);
  let open = 0;
  for (let index = 0; index < before.length; index += 1) {
    if (visited[index] === 1 || isOpen(firstDay + index)) open += 1;
    before[index] = open;
  }
  return { today: last, firstDay, before };
}

/**
 * Open days after `from` up to and with `to` (day numbers). Days after today are not counted; never
 * negative.
 */
export function openDaysAfter(clock: BusinessClock, from: number, to: number): number {
  return Math.max(0, countAt(clock, to) - countAt(clock, from));
}

function countAt(clock: BusinessClock, day: number): number {
  const index = Math.min(day - clock.firstDay, clock.before.length - 1);
  return index < 0 ? 0 : (clock.before[index] ?? 0);
}

function visitedDays(histories: readonly History[], firstDay: number, last: number): Uint8Array {
  const visited = new Uint8Array(last - firstDay + 1);
  for (const { stamps } of histories) {
    for (const stamp of stamps) {
      const day = dayOfMinutes(stamp);
      if (day <= last) visited[day - firstDay] = 1;
    }
  }
  return visited;
}
