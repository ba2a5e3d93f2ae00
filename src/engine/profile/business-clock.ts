// The shop's time, which stands still on closed days: two weeks of holiday must not make everybody
// look late. It counts open days; the models call as many of them a week as the shop is usually
// open in one. Made once a day for everybody: asking it costs one subtraction.

import { openDayTest, type Calendar } from '#domain/shop/calendar.ts';
import { dayOfMinutes, firstVisitDay, type History } from '#domain/visits/history.ts';
import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

/** Open days by day number. Plain values, stored with the fitted model. */
export interface BusinessClock {
  readonly firstDay: number;
  /** `openDays[i]`: open days from the first day up to and with day `firstDay + i`. */
  readonly openDays: Int32Array;
  /** Open days in a usual week, 1–7. */
  readonly perWeek: number;
}

export interface BusinessClockSource {
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

type OpenDayTest = (day: number) => boolean;

/** The clock from the earliest visit to today. A day with a visit counts as open. */
export function businessClockOf({
  histories,
  calendar,
  today,
}: BusinessClockSource): BusinessClock {
  const lastDay = dayNumber(today);
  const firstDay = Math.min(lastDay, firstVisitDay(histories) ?? lastDay);
  const visited = visitedDays(histories, firstDay, lastDay);
  const isOpen = openDayTest(calendar);
  return clockBetween(firstDay, lastDay, (day) => visited[day - firstDay] === 1 || isOpen(day));
}

/** The clock from `firstDay` to `lastDay`; `isOpen` is asked once for each day. */
export function clockBetween(
  firstDay: number,
  lastDay: number,
  isOpen: OpenDayTest,
): BusinessClock {
  const { openDays } = extendedClock(
    { firstDay, openDays: new Int32Array(), perWeek: 7 },
    lastDay,
    isOpen,
  );
  return { firstDay, openDays, perWeek: usualOpenDays(openDays) };
}

/** The clock with the days up to `lastDay` added. The usual week stays as it was. */
export function extendedClock(
  clock: BusinessClock,
  lastDay: number,
  isOpen: OpenDayTest,
): BusinessClock {
  const { firstDay, openDays } = clock;
  if (lastDay < firstDay + openDays.length) return clock;
  const longer = new Int32Array(lastDay - firstDay + 1);
  longer.set(openDays);
  for (let index = openDays.length; index < longer.length; index += 1)
    longer[index] = (longer[index - 1] ?? 0) + (isOpen(firstDay + index) ? 1 : 0);
  return { ...clock, openDays: longer };
}

/** The last day number that the clock counts: today, for a clock of histories. */
export function lastDayOf({ firstDay, openDays }: BusinessClock): number {
  return firstDay + openDays.length - 1;
}

/** Open days after `from` up to and with `to`, at least 0. Days after the last are not counted. */
export function openDaysAfter(clock: BusinessClock, from: number, to: number): number {
  return Math.max(0, openDaysUntil(clock, to) - openDaysUntil(clock, from));
}

/** Open days between each of `days` (day numbers in order) and the next. */
export function openGapsOf(clock: BusinessClock, days: Int32Array): Int32Array {
  const gaps = new Int32Array(Math.max(0, days.length - 1));
  for (let index = 0; index < gaps.length; index += 1)
    gaps[index] = openDaysAfter(clock, days[index] ?? 0, days[index + 1] ?? 0);
  return gaps;
}

/** A shop that is shut for so many days in a row is shut for more than its usual days off. */
const closureDays = 7;

/** Days after `from` up to and with `to` that lie in closures of a week and more: nobody came. */
export function emptyDaysAfter(clock: BusinessClock, from: number, to: number): number {
  const { firstDay } = clock;
  const empty = emptyDaysOf(clock);
  const until = (day: number): number => empty[Math.min(day - firstDay, empty.length - 1)] ?? 0;
  return until(to) - until(from);
}

/** Of the shop's open days, the share of each weekday, Monday first. */
export function openWeekdaysOf(clock: BusinessClock): readonly number[] {
  const known = openWeekdays.get(clock);
  if (known !== undefined) return known;
  const { firstDay, openDays } = clock;
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const [index, open] of openDays.entries()) {
    const weekday = weekdayOfNumber(firstDay + index) - 1;
    counts[weekday] = (counts[weekday] ?? 0) + open - (openDays[index - 1] ?? 0);
  }
  const shares = counts.map((count) => count / Math.max(1, openDays.at(-1) ?? 0));
  openWeekdays.set(clock, shares);
  return shares;
}

// Found once for each clock: they are asked of everybody.
const openWeekdays = new WeakMap<BusinessClock, readonly number[]>();
const emptyDays = new WeakMap<BusinessClock, Int32Array>();

/** As `openDays`, of the days in closures. */
function emptyDaysOf(clock: BusinessClock): Int32Array {
  const known = emptyDays.get(clock);
  if (known !== undefined) return known;
  const { openDays } = clock;
  const empty = new Int32Array(openDays.length);
  let open = -1;
  for (let index = 0; index <= empty.length; index += 1) {
    const isShut = index < empty.length && openDays[index] === (openDays[index - 1] ?? 0);
    if (isShut) continue;
    const isClosure = index - open - 1 >= closureDays;
    for (let day = open + 1; day <= Math.min(index, empty.length - 1); day += 1)
      empty[day] = (empty[day - 1] ?? 0) + (isClosure && day < index ? 1 : 0);
    open = index;
  }
  emptyDays.set(clock, empty);
  return empty;
}

/** Weeks of the shop's time at the end of `day`. Beyond the known days it runs as the calendar. */
export function weeksAt(clock: BusinessClock, day: number): number {
  const index = day - clock.firstDay;
  const last = clock.openDays.length - 1;
  const known = clock.openDays[Math.min(last, Math.max(0, index))] ?? 0;
  const beyond = Math.max(0, index - last) + Math.min(0, index);
  return known / clock.perWeek + beyond / 7;
}

function openDaysUntil({ firstDay, openDays }: BusinessClock, day: number): number {
  const index = Math.min(day - firstDay, openDays.length - 1);
  return index < 0 ? 0 : (openDays[index] ?? 0);
}

// The commonest number of open days in whole weeks: holidays must not count as a slower week.
function usualOpenDays(openDays: Int32Array): number {
  const counts = new Int32Array(8);
  for (let index = 7; index < openDays.length; index += 7) {
    const open = (openDays[index] ?? 0) - (openDays[index - 7] ?? 0);
    if (open > 0) counts[open] = (counts[open] ?? 0) + 1;
  }
  const max = Math.max(...counts);
  return max === 0 ? 7 : counts.lastIndexOf(max);
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
