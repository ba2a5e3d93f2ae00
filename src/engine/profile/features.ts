// What one history says in numbers, found by one scan and never stored: models and segments read
// these, never the rows. Days are day numbers. A visit day is a day with at least one purchase: two
// coffees are one visit day. A visit without a purchase only counts as being seen.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import type { Day } from '#lib/day.ts';
import { signalsOf, type Signals } from './signals.ts';
import {
  businessClockOf,
  emptyDaysAfter,
  lastDayOf,
  openDaysAfter,
  openGapsOf,
  openWeekdaysOf,
  type BusinessClock,
} from './business-clock.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { hourHabitOf, weekdayHabitOf, type HourHabit, type WeekdayHabit } from './habits.ts';
import { visitIntervalOf, type VisitInterval } from './visit-interval.ts';

/** Visits within a stretch of days that ends today or before. */
export interface Stretch {
  readonly visits: number;
  readonly visitDays: number;
  /** Minor units of the noted amounts. */
  readonly sum: number;
  readonly amounts: number;
  /** Calendar days and open days of the stretch. */
  readonly days: number;
  readonly openDays: number;
}

export interface Features {
  readonly customerId: CustomerId;
  readonly today: number;
  /** Purchases as logged, and calendar days with at least one. */
  readonly visits: number;
  readonly visitDays: number;
  readonly browsed: number;
  readonly first: number | null;
  readonly last: number | null;
  /** The first and the last day seen, buying or looking. */
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  /** The live visit days in order, and the gap in open days before each but the first. */
  readonly days: Int32Array;
  readonly openGaps: Int32Array;
  /** From the own gaps; null before there is one. */
  readonly interval: VisitInterval | null;
  /** Days and open days since the last visit day. */
  readonly daysSinceLast: number | null;
  readonly openDaysSinceLast: number | null;
  /** Of the days since then, those in closures of a week and more. */
  readonly emptyDaysSinceLast: number;
  /** The last 52 weeks. */
  readonly year: Stretch;
  readonly weekday: WeekdayHabit | null;
  readonly hour: HourHabit | null;
  readonly signals: Signals;
}

/** Whole weeks, so that every weekday counts as often. */
export const yearDays = 364;

/** The features of one history on `today`, open days counted by `calendar` and its own visits. */
export function featuresOf(history: History, calendar: Calendar, today: Day): Features {
  return featuresAt(history, businessClockOf({ histories: [history], calendar, today }));
}

/** The same by a clock that was made for many histories. Visits after its last day are ignored. */
export function featuresAt(history: History, clock: BusinessClock): Features {
  const today = lastDayOf(clock);
  const days = visitDaysOf(history, today);
  const openGaps = openGapsOf(clock, days);
  const { visits, visitDays, browsed } = countsOf(history, days, today);
  const { first, last, firstSeen, lastSeen } = endsOf(history, days, today);
  // Field by field: this is made for everybody.
  return {
    customerId: history.customerId,
    today,
    visits,
    visitDays,
    browsed,
    first,
    last,
    firstSeen,
    lastSeen,
    days,
    openGaps,
    interval: visitIntervalOf(days, openGaps),
    daysSinceLast: last === null ? null : today - last,
    openDaysSinceLast: last === null ? null : openDaysAfter(clock, last, today),
    emptyDaysSinceLast: last === null ? 0 : emptyDaysAfter(clock, last, today),
    year: stretchOf(history, { after: today - yearDays, upTo: today, clock }),
    weekday: weekdayHabitOf(days, openWeekdaysOf(clock)),
    hour: hourHabitOf(history, today),
    signals: signalsOf(history, today),
  };
}

/** The days after `after` up to and with `upTo`. */
export interface StretchBounds {
  readonly after: number;
  readonly upTo: number;
  readonly clock: BusinessClock;
}

/** The live visits of `history` within the bounds. */
export function stretchOf(history: History, { after, upTo, clock }: StretchBounds): Stretch {
  let visits = 0;
  let visitDays = 0;
  let sum = 0;
  let amounts = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (let index = rowsUntil(history.stamps, after); index < history.stamps.length; index += 1) {
    const day = dayOfMinutes(history.stamps[index] ?? 0);
    if (day > upTo) break;
    if (!isBought(history, index)) continue;
    const amount = history.amounts[index] ?? -1;
    visits += 1;
    if (day !== previous) visitDays += 1;
    if (amount >= 0) amounts += 1;
    sum += Math.max(0, amount);
    previous = day;
  }
  return {
    visits,
    visitDays,
    sum,
    amounts,
    days: upTo - after,
    openDays: openDaysAfter(clock, after, upTo),
  };
}

/** Visit days, and the purchases on them. */
interface Counts {
  readonly visits: number;
  readonly visitDays: number;
}

/** Days with a visit, and the visits where they are more. */
export function toldApart({
  visits,
  visitDays,
}: Counts): Pick<Counts, 'visitDays'> & Partial<Counts> {
  return visits === visitDays ? { visitDays } : { visitDays, visits };
}

/** Whether the live visit at `index` was a purchase. */
export function isBought(history: History, index: number): boolean {
  return ((history.flags[index] ?? 0) & visitFlags.bought) !== 0;
}

/** How many of the live visits were on or before `day`. */
function rowsUntil(stamps: Int32Array, day: number): number {
  return countUntil(stamps, (day + 1) * 1440 - 1);
}

/** The live visit days of `history` up to `today` (day numbers, ascending). */
export function visitDaysOf(history: History, today: number): Int32Array {
  const days = new Int32Array(history.stamps.length);
  let count = 0;
  for (let index = 0; index < history.stamps.length; index += 1) {
    const day = dayOfMinutes(history.stamps[index] ?? 0);
    if (day > today) break;
    if (!isBought(history, index) || (count > 0 && days[count - 1] === day)) continue;
    days[count] = day;
    count += 1;
  }
  return count === days.length ? days : days.slice(0, count);
}

function countsOf(
  history: History,
  days: Int32Array,
  today: number,
): Pick<Features, 'visits' | 'visitDays' | 'browsed'> {
  const { older } = history;
  let bought = older.bought;
  let browsed = older.visits - older.bought;
  for (let index = 0; index < history.stamps.length; index += 1) {
    if (dayOfMinutes(history.stamps[index] ?? 0) > today) break;
    if (isBought(history, index)) bought += 1;
    else browsed += 1;
  }
  const countedTwice =
    older.lastBought >= 0 && days.length > 0 && dayOfMinutes(older.lastBought) === days[0] ? 1 : 0;
  return { visits: bought, browsed, visitDays: older.boughtDays + days.length - countedTwice };
}

function endsOf(
  { older, stamps }: History,
  days: Int32Array,
  today: number,
): Pick<Features, 'first' | 'last' | 'firstSeen' | 'lastSeen'> {
  const seen = rowsUntil(stamps, today);
  const firstStamp = older.first >= 0 || seen === 0 ? older.first : (stamps[0] ?? -1);
  return {
    first: dayOrNull(older.firstBought) ?? days[0] ?? null,
    last: days[days.length - 1] ?? dayOrNull(older.lastBought),
    firstSeen: dayOrNull(firstStamp),
    lastSeen: dayOrNull(seen === 0 ? older.last : (stamps[seen - 1] ?? -1)),
  };
}

function dayOrNull(stamp: number): number | null {
  return stamp < 0 ? null : dayOfMinutes(stamp);
}
