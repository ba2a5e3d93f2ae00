// What makes somebody likely to walk in at a given minute, as numbers: how often lately, their habit at this hour and weekday, how due they
// are by their own gap, and what they did yesterday and a week ago at this time. What changes only from day to day is worked out once
// (`standingOf`), so that ranking a moment is one short pass over minutes. It never looks at anything but times of coming.

import { minutesOfDay, stampAt, type ArrivalTimes } from './arrivals-comings.ts';
import {
  bell,
  binOf,
  hazardBins,
  ownGap,
  slotMinutes,
  weekdayOf,
  type Usual,
} from './arrivals-usual.ts';

/** What is known of one person on one day, from their first `count` comings. */
export interface Standing {
  readonly times: ArrivalTimes;
  readonly count: number;
  /** The day number it holds for. */
  readonly day: number;
  /** Comings that fade over 7, 30 and 90 days; of those over 90 days the ones with a known time, and the ones on this weekday. */
  readonly f7: number;
  readonly f30: number;
  readonly f90: number;
  readonly timed: number;
  readonly onDay: number;
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

/** Weights of comings near this minute: fading, those of them on this weekday, and plain numbers weeks ago and yesterday. */
interface Near {
  atHour: number;
  atBoth: number;
  echo: number;
  yesterday: number;
}

/** Beyond two years a weight of 3e-4 changes no list. */
const oldestDays = 720;
const fading = [7, 30, 90].map((days) =>
  Float64Array.from({ length: oldestDays + 1 }, (_, age) => Math.exp(-age / days)),
);
const [fade7 = new Float64Array(), fade30 = new Float64Array(), fade90 = new Float64Array()] =
  fading;
/** Pseudo-visits of the shop's habit by hour, by weekday, and by both together; and what the weekday counts for beside the hour. */
const hourPrior = 3;
const weekdayPrior = 5;
const weekdayPower = 0.4;
/** Keeps the logarithm of an old frequency a number; about one visit nine months ago. */
const rareVisit = 0.05;

/** Features before the hazard bins, and in all. The first is the plain score itself. */
const smooth = 14;
export const featureCount = smooth + hazardBins;

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
  let [f7, f30, f90, timed, onDay] = [0, 0, 0, 0, 0];
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age > oldestDays) break;
    const weight = fade90[age] ?? 0;
    f7 += fade7[age] ?? 0;
    f30 += fade30[age] ?? 0;
    f90 += weight;
    if ((minutes[index] ?? 0) >= 0) timed += weight;
    if (age % 7 === 0) onDay += weight;
  }
  const last = stampAt(times, count - 1);
  // Of an earlier time than now nobody knows when the person would be seen last.
  const seen = count === days.length ? Math.max(last, times.seen) : last;
  const gap = ownGap(times, count, gapDays);
  return { times, count, day, f7, f30, f90, timed, onDay, seen, gap };
}

/** The plain score of one person at a moment: good for ranking people at one moment only. Higher is likelier. */
export function plainScore(standing: Standing, moment: Moment): number {
  const { hour, weekday, due } = habitsAt(standing, moment, nearOf(standing, moment));
  return Math.log(standing.f90 + rareVisit) + hour + weekdayPower * weekday + due;
}

/** The features of one person with at least one coming, written into `into` from `offset` on. The first is the plain score. */
export function writeFeatures(
  into: Float32Array,
  offset: number,
  { standing, moment }: { readonly standing: Standing; readonly moment: Moment },
): void {
  const { f7, f30, f90, count, times, day, seen, gap } = standing;
  const near = nearOf(standing, moment);
  const { hour, weekday, both, due, bin } = habitsAt(standing, moment, near);
  const frequency = Math.log(f90 + rareVisit);
  const comings = count + times.older;
  const features = [
    frequency + hour + weekdayPower * weekday + due,
    Math.log(f7 + rareVisit),
    Math.log(f30 + rareVisit),
    frequency,
    Math.log(Math.max(1, comings)),
    hour,
    weekday,
    both,
    Math.log(1 + Math.max(0, stampOf(moment) - times.first) / minutesOfDay),
    Math.floor(seen / minutesOfDay) === day ? 1 : 0,
    Math.log(gap),
    comings === 1 ? 1 : 0,
    Math.log1p(near.echo),
    Math.log1p(near.yesterday),
  ];
  for (let feature = 0; feature < featureCount; feature += 1)
    into[offset + feature] = features[feature] ?? (feature - smooth === bin ? 1 : 0);
}

/** ln of how much more than usual somebody comes at this hour, weekday, and both; how due they are; and in which bin they wait. */
function habitsAt(
  { f90, timed, onDay, seen, gap, count }: Standing,
  moment: Moment,
  near: Near,
): Record<'hour' | 'weekday' | 'both' | 'due' | 'bin', number> {
  const { day, usual } = moment;
  const hours = usualHour(moment) ?? 0;
  const weekdays = usual.weekdays[weekdayOf(day)] ?? 0;
  const bin = binOf(Math.max(0, stampOf(moment) - seen) / minutesOfDay / gap);
  return {
    hour: habit(near.atHour, { weight: timed, prior: hourPrior, usual: hours }),
    weekday: habit(onDay, { weight: f90, prior: weekdayPrior, usual: weekdays }),
    both: habit(near.atBoth, { weight: timed, prior: weekdayPrior, usual: hours * weekdays }),
    due: count === 0 ? 0 : Math.log(usual.hazards[bin] ?? 1),
    bin,
  };
}

/** One pass over somebody's comings around this minute. One whose time is unknown counts for as much as any visit at this hour. */
function nearOf({ times: { days, minutes }, count, day }: Standing, moment: Moment): Near {
  const near = { atHour: 0, atBoth: 0, echo: 0, yesterday: 0 };
  const { minute } = moment;
  const unknown = usualHour(moment) ?? 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const age = Math.max(0, day - (days[index] ?? 0));
    if (age > oldestDays) break;
    const at = minutes[index] ?? -1;
    if (at < 0) addNear(near, age, { weight: unknown, faded: 0 });
    else {
      const weight = bell[Math.abs(minute - at)] ?? 0;
      addNear(near, age, { weight, faded: weight * (fade90[age] ?? 0) });
    }
  }
  return near;
}

function addNear(
  near: Near,
  age: number,
  { weight, faded }: { readonly weight: number; readonly faded: number },
): void {
  near.atHour += faded;
  if (age === 1) near.yesterday += weight;
  if (age % 7 !== 0) return;
  near.atBoth += faded;
  if (age > 0) near.echo += weight;
}

/** The shop's own habit at this minute; undefined where no times are known. */
function usualHour({ minute, usual }: Moment): number | undefined {
  return usual.hours[Math.floor(minute / slotMinutes)];
}

/** ln of how much more than usual somebody comes here; 0 where the shop's own habit is unknown. */
function habit(
  seen: number,
  {
    weight,
    prior,
    usual,
  }: { readonly weight: number; readonly prior: number; readonly usual: number },
): number {
  return usual === 0 ? 0 : Math.log((seen + prior * usual) / (weight + prior) / usual);
}

function stampOf({ day, minute }: Moment): number {
  return day * minutesOfDay + minute;
}
