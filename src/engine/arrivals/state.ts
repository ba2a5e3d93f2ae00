// Where everybody stands on one day, and the plain score of who comes in now: how often lately, the habit at this hour and weekday, how due
// they are by their own gap. What changes only from day to day is worked out once, so that ranking a moment is one short pass over minutes.
// It never looks at anything but times of coming. The Counter loads this; the correction it does not need to stand.

import { minutesOfDay, stampAt, type ArrivalTimes } from './visit-times.ts';
import { bell, binOf, ownGap, slotMinutes, weekdayOf, type Usual } from './baseline.ts';

/** What is known of one person on one day, from their first `count` comings. */
export interface Standing {
  readonly times: ArrivalTimes;
  readonly count: number;
  /** The day number it holds for. */
  readonly day: number;
  /** Comings that fade over 90 days; of those the ones with a known time, and the ones on this weekday. */
  readonly f90: number;
  readonly timed: number;
  readonly onDay: number;
  /** ln of the fading comings: the same at every minute of the day. */
  readonly frequency: number;
  /** The stamp at which the person was last seen, and their own gap in days. */
  readonly seen: number;
  readonly gap: number;
}

/** A minute of a day (a day number), and what is usual in the shop by then. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
  readonly usual: Usual;
}

/** Everybody's score at a moment, person by person. Higher is likelier; good for comparing people at one moment only. */
export type ArrivalOrder = (standings: readonly Standing[], moment: Moment) => Float64Array;

/** The weight of a coming by its age in days. Beyond two years a weight of 3e-4 changes no list. */
export const fade90 = Float64Array.from({ length: 721 }, (_, age) => Math.exp(-age / 90));
/** Pseudo-visits of the shop's habit by hour, by weekday, and by both together; and what the weekday counts for beside the hour. */
const hourPrior = 3;
export const weekdayPrior = 5;
const weekdayPower = 0.4;
/** Keeps the logarithm of an old frequency a number; about one visit nine months ago. */
export const rareVisit = 0.05;

/** One pass over somebody's comings, for a whole day. `gapDays` is the shop's typical gap. */
export function standingOf(
  times: ArrivalTimes,
  {
    count,
    day,
    gapDays,
  }: { readonly count: number; readonly day: number; readonly gapDays: number },
): Standing {
  const { days, minutes } = times;
  let [f90, timed, onDay] = [0, 0, 0];
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= fade90.length) break;
    const weight = fade90[age] ?? 0;
    f90 += weight;
    if ((minutes[index] ?? 0) >= 0) timed += weight;
    if (age % 7 === 0) onDay += weight;
  }
  const last = stampAt(times, count - 1);
  // On an earlier day nobody knew when the person would be seen last.
  const isLatest = count === days.length && times.seen < (day + 1) * minutesOfDay;
  const seen = isLatest ? Math.max(last, times.seen) : last;
  const gap = ownGap(times, count, gapDays);
  const frequency = Math.log(f90 + rareVisit);
  return { times, count, day, f90, timed, onDay, frequency, seen, gap };
}

/** Everybody's plain score at the moment. */
export function plainScores(
  standings: readonly Standing[],
  moment: Moment,
  weightAt?: (place: number, standing: Standing, moment: Moment) => number,
): Float64Array {
  const scores = new Float64Array(standings.length);
  standings.forEach((standing, place) => {
    const base = standing.frequency + dueOf(standing, moment);
    const hour = hourHabit(standing, moment, weightAt?.(place, standing, moment));
    scores[place] = plainScore(base, hour, weekdayHabit(standing, moment));
  });
  return scores;
}

/** The plain score: frequency and being due, the habit at this hour, and the one on this weekday. Higher is likelier. */
export function plainScore(base: number, hour: number, weekday: number): number {
  return base + hour + weekdayPower * weekday;
}

/** How due somebody is, by the gaps of theirs that they have waited. */
export function dueOf(standing: Standing, moment: Moment): number {
  if (standing.count === 0) return 0;
  return Math.log(moment.usual.hazards[waitedBin(standing, moment)] ?? 1);
}

/** How much more than usual somebody comes at this time of the day, by the fading `weight` of their comings around it. */
export function hourHabit(
  standing: Standing,
  moment: Moment,
  weight = hourWeight(standing, moment),
): number {
  const usual = usualHour(moment) ?? 0;
  return habit((weight + hourPrior * usual) / (standing.timed + hourPrior), usual);
}

/** How much more than usual somebody comes on this weekday. */
export function weekdayHabit({ onDay, f90 }: Standing, { day, usual }: Moment): number {
  const share = usual.weekdays[weekdayOf(day)] ?? 0;
  return habit((onDay + weekdayPrior * share) / (f90 + weekdayPrior), share);
}

/** The bin of own gaps waited by now. */
export function waitedBin({ seen, gap }: Standing, moment: Moment): number {
  return binOf(Math.max(0, stampOf(moment) - seen) / minutesOfDay / gap);
}

/** Fading weight of somebody's comings around this minute of the day. */
function hourWeight(
  { times: { days, minutes }, count, day }: Standing,
  { minute }: Moment,
): number {
  let sum = 0;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    // Asked before it is read: reading beyond a column costs more than all the rest.
    if (age >= fade90.length) break;
    const at = minutes[index] ?? -1;
    if (at >= 0) sum += (fade90[age] ?? 0) * (bell[Math.abs(minute - at)] ?? 0);
  }
  return sum;
}

/** The shop's own habit at this minute; undefined where no times are known. */
export function usualHour({ minute, usual }: Moment): number | undefined {
  return usual.hours[Math.floor(minute / slotMinutes)];
}

/** ln of how much more than usual a share of somebody's comings is, drawn to the shop's already; 0 where the shop's own habit is unknown. */
export function habit(share: number, usual: number): number {
  return usual === 0 ? 0 : Math.log(share / usual);
}

export function stampOf({ day, minute }: Moment): number {
  return day * minutesOfDay + minute;
}
