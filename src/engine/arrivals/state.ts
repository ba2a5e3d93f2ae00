// Everybody's state on one day, and the baseline score of who comes in now: frequency, the habit at
// this hour and weekday, and how due they are by their own gap. What changes only from day to day
// is computed once, so that ranking a moment is one short pass over minutes. It looks at visit
// times alone. The Counter loads this, and the correction only where it applies.

import { weekdayOfNumber } from '#lib/day.ts';
import { minutesOfDay, epochMinuteAt, type ArrivalTimes } from './visit-times.ts';
import { kernel, hazardBin, ownGap, baselineSlotMinutes, type ShopBaseline } from './baseline.ts';

/** What is known of one person on one day, from their first `count` visits. */
export interface ArrivalState {
  readonly times: ArrivalTimes;
  readonly count: number;
  /** The day number it holds for. */
  readonly day: number;
  /** Visits decayed over 90 days; of those the timed ones, and the ones on this weekday. */
  readonly decayedVisits: number;
  readonly timed: number;
  readonly weekdayVisits: number;
  /** ln of the decayed visits: the same at every minute of the day. */
  readonly frequency: number;
  /** The epoch minute at which the person was last seen, and their own gap in days. */
  readonly lastSeen: number;
  readonly gap: number;
}

/** A minute of a day (a day number), and what is usual in the shop by then. */
export interface RankingContext {
  readonly day: number;
  readonly minute: number;
  readonly baseline: ShopBaseline;
}

/** Everybody's score at one moment, in the order of `states`: comparable at that moment only. */
export type ArrivalOrder = (
  states: readonly ArrivalState[],
  context: RankingContext,
) => Float64Array;

/** The weight of a visit by its age in days. Beyond two years a weight of 3e-4 changes no order. */
export const decay90 = Float64Array.from({ length: 721 }, (_, age) => Math.exp(-age / 90));
/** Pseudo-visits of the shop's baseline by hour and by weekday, and the weekday's weight. */
const hourPrior = 3;
export const weekdayPrior = 5;
const weekdayPower = 0.4;
/** Keeps the log of an old frequency finite; about one visit nine months ago. */
export const minVisitWeight = 0.05;

/** One pass over somebody's visits, for a whole day. `gapDays` is the shop's typical gap. */
export function arrivalStateOf(
  times: ArrivalTimes,
  {
    count,
    day,
    gapDays,
  }: { readonly count: number; readonly day: number; readonly gapDays: number },
): ArrivalState {
  const { days, minutes } = times;
  let [decayedVisits, timed, weekdayVisits] = [0, 0, 0];
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= decay90.length) break;
    const weight = decay90[age] ?? 0;
    decayedVisits += weight;
    if ((minutes[index] ?? 0) >= 0) timed += weight;
    if (age % 7 === 0) weekdayVisits += weight;
  }
  const last = epochMinuteAt(times, count - 1);
  // On an earlier day nobody knew when the person would be seen last.
  const isLatest = count === days.length && times.lastSeen < (day + 1) * minutesOfDay;
  const seen = isLatest ? Math.max(last, times.lastSeen) : last;
  const gap = ownGap(times, count, gapDays);
  const frequency = Math.log(decayedVisits + minVisitWeight);
  return { times, count, day, decayedVisits, timed, weekdayVisits, frequency, lastSeen: seen, gap };
}

/** Everybody's baseline score at this moment. */
export function baselineScores(
  states: readonly ArrivalState[],
  context: RankingContext,
  weightAt?: (index: number, state: ArrivalState, context: RankingContext) => number,
): Float64Array {
  const scores = new Float64Array(states.length);
  states.forEach((state, index) => {
    const base = state.frequency + dueOf(state, context);
    const hour = hourHabit(state, context, weightAt?.(index, state, context));
    scores[index] = baselineScore(base, hour, weekdayHabit(state, context));
  });
  return scores;
}

/** Frequency and being due, the habit at this hour, and the one on this weekday. */
export function baselineScore(base: number, hour: number, weekday: number): number {
  return base + hour + weekdayPower * weekday;
}

/** How due somebody is, by how many of their own gaps they have waited. */
export function dueOf(state: ArrivalState, context: RankingContext): number {
  if (state.count === 0) return 0;
  return Math.log(context.baseline.hazards[hazardBinOf(state, context)] ?? 1);
}

/** How much more than usual somebody comes at this hour, by the decayed `weight` around it. */
export function hourHabit(
  state: ArrivalState,
  context: RankingContext,
  weight = hourKernelSum(state, context),
): number {
  const baseline = baselineHour(context) ?? 0;
  return habit((weight + hourPrior * baseline) / (state.timed + hourPrior), baseline);
}

/** How much more than usual somebody comes on this weekday. */
export function weekdayHabit(
  { weekdayVisits, decayedVisits }: ArrivalState,
  { day, baseline }: RankingContext,
): number {
  const share = baseline.weekdays[weekdayOfNumber(day) - 1] ?? 0;
  return habit((weekdayVisits + weekdayPrior * share) / (decayedVisits + weekdayPrior), share);
}

/** The bin of own gaps waited by now. */
export function hazardBinOf({ lastSeen, gap }: ArrivalState, context: RankingContext): number {
  return hazardBin(Math.max(0, epochMinuteOf(context) - lastSeen) / minutesOfDay / gap);
}

/** Decayed weight of somebody's visits around this minute of the day. */
function hourKernelSum(
  { times: { days, minutes }, count, day }: ArrivalState,
  { minute }: RankingContext,
): number {
  let sum = 0;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    // Checked before it is read: reading beyond a column costs more than all the rest.
    if (age >= decay90.length) break;
    const at = minutes[index] ?? -1;
    if (at >= 0) sum += (decay90[age] ?? 0) * (kernel[Math.abs(minute - at)] ?? 0);
  }
  return sum;
}

/** The shop's own baseline at this minute; undefined where no times are known. */
export function baselineHour({ minute, baseline }: RankingContext): number | undefined {
  return baseline.hours[Math.floor(minute / baselineSlotMinutes)];
}

/** ln of a person's share over the shop's; 0 where the shop's is unknown. */
export function habit(share: number, baseline: number): number {
  return baseline === 0 ? 0 : Math.log(share / baseline);
}

export function epochMinuteOf({ day, minute }: RankingContext): number {
  return day * minutesOfDay + minute;
}
