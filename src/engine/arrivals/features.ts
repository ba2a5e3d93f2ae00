// What makes somebody likely to walk in at a given minute, as numbers for the correction: the plain score and its parts, and what it leaves
// out, such as what they did yesterday and a week ago at this time. Times of coming alone.

import { minutesOfDay } from './visit-times.ts';
import {
  dueOf,
  fade90,
  habit,
  hourHabit,
  plainScore,
  rareVisit,
  stampOf,
  usualHour,
  waitedBin,
  weekdayHabit,
  weekdayPrior,
  type Moment,
  type Standing,
} from './state.ts';
import { bell, hazardBins, weekdayOf } from './baseline.ts';

/** Features before the hazard bins, and in all. The first is the plain score itself. */
const smooth = 14;
export const featureCount = smooth + hazardBins;

/** The weight of a coming by its age in days, as long as it is worth anything. */
const fade7 = Float64Array.from({ length: 60 }, (_, age) => Math.exp(-age / 7));
const fade30 = Float64Array.from({ length: 250 }, (_, age) => Math.exp(-age / 30));

/** The features of one person with at least one coming, written into `into` from `offset` on. The first is the plain score. */
export function writeFeatures(
  into: Float32Array,
  offset: number,
  { standing, moment }: { readonly standing: Standing; readonly moment: Moment },
): void {
  const { timed, count, times, day, seen, gap, frequency } = standing;
  const hour = hourHabit(standing, moment);
  const weekday = weekdayHabit(standing, moment);
  const bin = waitedBin(standing, moment);
  const near = nearOf(standing, moment);
  const comings = count + times.older;
  into[offset] = plainScore(frequency + dueOf(standing, moment), hour, weekday);
  into[offset + 1] = Math.log(fadedOver(fade7, standing) + rareVisit);
  into[offset + 2] = Math.log(frecency(standing) + rareVisit);
  into[offset + 3] = frequency;
  into[offset + 4] = Math.log(Math.max(1, comings));
  into[offset + 5] = hour;
  into[offset + 6] = weekday;
  const here = usualHere(moment);
  into[offset + 7] = habit((near.atBoth + weekdayPrior * here) / (timed + weekdayPrior), here);
  into[offset + 8] = Math.log(1 + Math.max(0, stampOf(moment) - times.first) / minutesOfDay);
  into[offset + 9] = Math.floor(seen / minutesOfDay) === day ? 1 : 0;
  into[offset + 10] = Math.log(gap);
  into[offset + 11] = comings === 1 ? 1 : 0;
  into[offset + 12] = Math.log1p(near.echo);
  into[offset + 13] = Math.log1p(near.yesterday);
  into.fill(0, offset + smooth, offset + featureCount);
  into[offset + smooth + bin] = 1;
}

/** Somebody's comings, fading over thirty days. */
export function frecency(standing: Standing): number {
  return fadedOver(fade30, standing);
}

function fadedOver(fade: Float64Array, { times: { days }, count, day }: Standing): number {
  let sum = 0;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= fade.length) break;
    sum += fade[age] ?? 0;
  }
  return sum;
}

/** What the shop is used to see at this hour of this weekday. */
function usualHere(moment: Moment): number {
  return (usualHour(moment) ?? 0) * (moment.usual.weekdays[weekdayOf(moment.day)] ?? 0);
}

/** Comings around this minute: fading ones of this weekday, and plain numbers of weeks ago and of yesterday. */
interface Near {
  atBoth: number;
  echo: number;
  yesterday: number;
}

/** One pass over somebody's comings. One whose time is unknown counts for as much as any visit at this hour. */
function nearOf({ times: { days, minutes }, count, day }: Standing, moment: Moment): Near {
  const near = { atBoth: 0, echo: 0, yesterday: 0 };
  const unknown = usualHour(moment) ?? 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age >= fade90.length) break;
    if (age !== 1 && age % 7 !== 0) continue;
    const faded = fade90[age] ?? 0;
    const at = minutes[index] ?? -1;
    const weight = at < 0 ? unknown : (bell[Math.abs(moment.minute - at)] ?? 0);
    addNear(near, age, { weight, faded: at < 0 ? 0 : weight * faded });
  }
  return near;
}

function addNear(
  near: Near,
  age: number,
  { weight, faded }: { readonly weight: number; readonly faded: number },
): void {
  if (age === 1) {
    near.yesterday += weight;
    return;
  }
  near.atBoth += faded;
  if (age > 0) near.echo += weight;
}
