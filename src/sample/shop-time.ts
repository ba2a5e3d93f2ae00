// The invented shop's calendar: which days were open and logged, how busy the season was, and when
// a wall time was in epoch ms.

import { isOpenOn, type Calendar } from '#domain/shop/calendar.ts';
import { addDays, dayAt, dayNumber, type Day } from '#lib/day.ts';
import { hashOf } from '#lib/hash.ts';
import { toInstant } from '#lib/time-zone.ts';

export interface ShopTime {
  /** Day numbers, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Open, and not one of the days on which nobody thought of logging. */
  readonly isLogged: (number: number) => boolean;
  /** Above 1 when people come less. */
  readonly gapFactor: (number: number) => number;
  readonly dayOf: (number: number) => Day;
  /** Epoch ms of a minute of a day. */
  readonly at: (number: number, minute: number) => number;
}

export interface ShopTimePlan {
  readonly seed: string;
  readonly endDay: Day;
  readonly days: number;
  readonly zone: string;
  readonly calendar: Calendar;
}

/** One open day in so many goes unlogged: a busy Saturday, a new helper. */
const unloggedOneIn = 60;

/** The time of a shop of `days` days that ends with `endDay`. Days are computed once. */
export function shopTimeOf({ seed, endDay, days, zone, calendar }: ShopTimePlan): ShopTime {
  const lastDay = dayNumber(endDay);
  const firstDay = lastDay - days + 1;
  const known = Array.from({ length: days }, (_, index) => {
    const day = addDays(endDay, index - days + 1);
    const isForgotten = day !== endDay && Math.abs(hashOf(`${seed}/${day}`)) % unloggedOneIn === 0;
    return {
      day,
      midnight: toInstant({ day, minute: 12 * 60 }, zone) - 12 * 3_600_000,
      isLogged: isOpenOn(calendar, day) && !isForgotten,
    };
  });
  return {
    firstDay,
    lastDay,
    isLogged: (number) => known[number - firstDay]?.isLogged ?? false,
    gapFactor: (number) => gapFactorByMonth[Number(dayAt(number).slice(5, 7)) - 1] ?? 1,
    dayOf: (number) => known[number - firstDay]?.day ?? dayAt(number),
    at: (number, minute) => (known[number - firstDay]?.midnight ?? 0) + minute * 60_000,
  };
}

// Quiet Januaries, people away in August, a busy December.
const gapFactorByMonth: readonly number[] = [1.15, 1.05, 1, 1, 1, 1, 1.05, 1.2, 1, 1, 0.95, 0.85];
