// What makes somebody likely to come at a given minute, as numbers for the correction: the baseline
// score and its parts, and what it leaves out, such as what they did yesterday and a week ago at
// this time. Visit times alone.

import { weekdayOfNumber } from '#lib/day.ts';
import { minutesOfDay } from './visit-times.ts';
import {
  dueOf,
  decay90,
  habit,
  hourHabit,
  baselineScore,
  minVisitWeight,
  epochMinuteOf,
  baselineHour,
  hazardBinOf,
  weekdayHabit,
  weekdayPrior,
  type RankingContext,
  type ArrivalState,
} from './state.ts';
import { kernel, hazardBins } from './baseline.ts';

/** Features before the hazard bins, and in all. The first is the baseline score itself. */
const smooth = 14;
export const featureCount = smooth + hazardBins;

/** The weight of a visit by its age in days, as long as it counts for anything. */
const decay7 = Float64Array.from({ length: 60 }, (_, age) => Math.exp(-age / 7));
const decay30 = Float64Array.from({ length: 250 }, (_, age) => Math.exp(-age / 30));

/** Writes the features of one person with at least one visit into `into` from `offset` on. */
export function writeFeatures(
  into: Float32Array,
  offset: number,
  { state, context }: { readonly state: ArrivalState; readonly context: RankingContext },
): void {
  const { timed, count, times, day, lastSeen, gap, frequency } = state;
  const hour = hourHabit(state, context);
  const weekday = weekdayHabit(state, context);
  const bin = hazardBinOf(state, context);
  const near = nearOf(state, context);
  const visits = count + times.older;
  into[offset] = baselineScore(frequency + dueOf(state, context), hour, weekday);
  into[offset + 1] = Math.log(decayedSum(decay7, state) + minVisitWeight);
  into[offset + 2] = Math.log(frecency(state) + minVisitWeight);
  into[offset + 3] = frequency;
  into[offset + 4] = Math.log(Math.max(1, visits));
  into[offset + 5] = hour;
  into[offset + 6] = weekday;
  const here = usualHere(context);
  into[offset + 7] = habit((near.atBoth + weekdayPrior * here) / (timed + weekdayPrior), here);
  into[offset + 8] = Math.log(1 + Math.max(0, epochMinuteOf(context) - times.first) / minutesOfDay);
  into[offset + 9] = Math.floor(lastSeen / minutesOfDay) === day ? 1 : 0;
  into[offset + 10] = Math.log(gap);
  into[offset + 11] = visits === 1 ? 1 : 0;
  into[offset + 12] = Math.log1p(near.echo);
  into[offset + 13] = Math.log1p(near.yesterday);
  into.fill(0, offset + smooth, offset + featureCount);
  into[offset + smooth + bin] = 1;
}

/** Somebody's visits, decayed over thirty days. */
export function frecency(state: ArrivalState): number {
  return decayedSum(decay30, state);
}

function decayedSum(weights: Float64Array, { times: { days }, count, day }: ArrivalState): number {
  let sum = 0;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= weights.length) break;
    sum += weights[age] ?? 0;
  }
  return sum;
}

/** The shop's own share of visits at this hour of this weekday. */
function usualHere(context: RankingContext): number {
  return (
    (baselineHour(context) ?? 0) *
    (context.baseline.weekdays[weekdayOfNumber(context.day) - 1] ?? 0)
  );
}

/** Visits around this minute: decayed ones of this weekday, and counts of past days. */
interface Near {
  atBoth: number;
  echo: number;
  yesterday: number;
}

/** A visit without a known time counts like any visit of the shop at this hour. */
function nearOf(
  { times: { days, minutes }, count, day }: ArrivalState,
  context: RankingContext,
): Near {
  const near = { atBoth: 0, echo: 0, yesterday: 0 };
  const unknown = baselineHour(context) ?? 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= decay90.length) break;
    if (age !== 1 && age % 7 !== 0) continue;
    const decayed = decay90[age] ?? 0;
    const at = minutes[index] ?? -1;
    const weight = at < 0 ? unknown : (kernel[Math.abs(context.minute - at)] ?? 0);
    addNear(near, age, { weight, decayed: at < 0 ? 0 : weight * decayed });
  }
  return near;
}

function addNear(
  near: Near,
  age: number,
  { weight, decayed }: { readonly weight: number; readonly decayed: number },
): void {
  if (age === 1) {
    near.yesterday += weight;
    return;
  }
  near.atBoth += decayed;
  if (age > 0) near.echo += weight;
}
