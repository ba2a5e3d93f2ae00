// Days on which the shop surely was closed, whatever its hours say: nobody at all came, against
// what its weekdays usually bring. A holiday week that nobody noted, a lockdown, a month without
// the app: none of it is anybody's silence. Decided by the log alone, up to yesterday; whether
// people truly came back as if no time had passed is tried afterwards (quiet-check.ts).

import { weekdayOfNumber } from '#lib/day.ts';
import { meanOf, sumOf } from '#lib/statistics.ts';

/** A stretch of quiet days, both ends included (day numbers). */
export interface QuietStretch {
  readonly from: number;
  readonly to: number;
}

/** The shop's visits by day: `counts[i]` people came on day `firstDay + i`. */
export interface DailyVisits {
  readonly firstDay: number;
  readonly counts: Int32Array;
}

/** What a weekday usually brings: the mean of its latest weeks, two months as for a break. */
const usualWeeks = 8;
/** Fewer weeks of a weekday say nothing of what is usual. */
const minWeeks = 4;
/** Of so few people in four weeks all may stay away together, as in the rule of breaks. */
const minVisits = 10;
/** By chance once in twenty years of days. */
const maxChance = 1 / (20 * 365);

/** The stretches of `visits` that are no chance, in order. The last day, today, is not judged. */
export function quietStretchesIn({ firstDay, counts }: DailyVisits): readonly QuietStretch[] {
  const usual = usualVisits();
  const found: QuietStretch[] = [];
  let index = 0;
  while (index < counts.length - 1) {
    const until = emptyUntil(counts, index);
    if (until === index) {
      usual.add(weekdayOfNumber(firstDay + index), counts[index] ?? 0);
      index += 1;
      continue;
    }
    const days = Array.from({ length: until - index }, (_, day) => firstDay + index + day);
    const expected = days.map((day) => usual.expectedOn(weekdayOfNumber(day)));
    if (chanceOfEmpty(sumOf(expected), usual.dispersion()) < maxChance && usual.isKnown())
      found.push(stretchOf(days, expected));
    else for (const day of days) usual.add(weekdayOfNumber(day), 0);
    index = until;
  }
  return found;
}

/** How many people came each day, from everybody's visit days up to `lastDay`. */
export function dailyVisitsOf(people: readonly Int32Array[], lastDay: number): DailyVisits {
  const firstDay = people.reduce((first, days) => Math.min(first, days[0] ?? first), lastDay);
  const counts = new Int32Array(lastDay - firstDay + 1);
  for (const days of people) {
    for (const day of days) {
      if (day > lastDay) break;
      counts[day - firstDay] = (counts[day - firstDay] ?? 0) + 1;
    }
  }
  return { firstDay, counts };
}

function emptyUntil(counts: Int32Array, from: number): number {
  let index = from;
  while (index < counts.length - 1 && counts[index] === 0) index += 1;
  return index;
}

// From the first day with visitors missing to the last: a Sunday that is always empty stays as it
// is at either end, and is closed like its neighbours in between.
function stretchOf(days: readonly number[], expected: readonly number[]): QuietStretch {
  const first = expected.findIndex((visits) => visits > 0);
  const last = expected.findLastIndex((visits) => visits > 0);
  return { from: days[first] ?? 0, to: days[last] ?? 0 };
}

/**
 * P(nobody) where `expected` visits were usual and days vary `dispersion` times as much as chance
 * would make them (negative binomial; Poisson at 1).
 */
function chanceOfEmpty(expected: number, dispersion: number): number {
  const perVisit = dispersion <= 1.001 ? 1 : Math.log(dispersion) / (dispersion - 1);
  return Math.exp(-expected * perVisit);
}

interface UsualVisits {
  readonly add: (weekday: number, visits: number) => void;
  readonly expectedOn: (weekday: number) => number;
  readonly dispersion: () => number;
  /** Whether there were weeks and people enough. */
  readonly isKnown: () => boolean;
}

function usualVisits(): UsualVisits {
  const latest = new Map<number, number[]>();
  const of = (weekday: number): readonly number[] => latest.get(weekday) ?? [];
  const all = (): readonly (readonly number[])[] => [...latest.values()];
  return {
    add(weekday, visits) {
      const days = [...of(weekday), visits].slice(-usualWeeks);
      latest.set(weekday, days);
    },
    expectedOn: (weekday) => meanOf(of(weekday)) ?? 0,
    dispersion: () => dispersionIn(all()),
    isKnown: () =>
      all().some((days) => days.length >= minWeeks) &&
      sumOf(all().map((days) => sumOf(days.slice(-minWeeks)))) >= minVisits,
  };
}

/** Variance over mean within the weekdays, at least 1. */
function dispersionIn(weekdays: readonly (readonly number[])[]): number {
  const freedom = sumOf(weekdays.map((days) => days.length - 1));
  const squares = sumOf(
    weekdays.map((days) => sumOf(days.map((visits) => (visits - (meanOf(days) ?? 0)) ** 2))),
  );
  const mean = meanOf(weekdays.flat()) ?? 0;
  return freedom <= 0 || mean === 0 ? 1 : Math.max(1, squares / freedom / mean);
}
