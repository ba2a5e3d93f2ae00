// What makes somebody likely to walk in at a given minute, as numbers: how often lately, their habit at this hour and weekday, how due they
// are by their own gap, and what they did yesterday and a week ago at this time. Times of coming alone, local minutes since 1970;
// a visit within an hour of the one before is the same visit and must not be given twice.

/** Times of coming, each person's own in order (local minutes since 1970-01-01). */
export type Stamps = readonly Int32Array[];

/** What is usual in the whole shop, which a person's few visits are drawn towards. */
export interface Usual {
  /** Mean kernel weight of a visit at each ten minutes of the day; empty where times are not known. */
  readonly hours: Float64Array;
  /** Share of visits by weekday, Monday first. */
  readonly weekdays: Float64Array;
  /** Visits per own gap of waiting, by bin of own gaps waited. */
  readonly hazards: Float64Array;
  /** The shop's typical gap in days. */
  readonly gapDays: number;
}

/** One moment: the minute, and how many visits of each person lie before it. */
export interface Moment {
  readonly stamp: number;
  readonly counts: Int32Array;
  readonly usual: Usual;
}

const minutesOfDay = 1440;
const slotMinutes = 10;
const slots = minutesOfDay / slotMinutes;
const decayDays = 90;
/** Pseudo-visits of the shop's habit by hour, by weekday, and by both together; and what the weekday counts for beside the hour. */
const hourPrior = 3;
const weekdayPrior = 5;
const weekdayPower = 0.4;
/** Keeps the logarithm of an old frequency a number; about one visit nine months ago. */
const rareVisit = 0.05;
/** Upper edges of the bins of own gaps waited; the last bin is open. */
const hazardEdges: readonly number[] = [0.03, 0.12, 0.3, 0.6, 0.85, 1.2, 1.8, 3, 6, 12];
const gapDaysBeforeAny = 14;
const rarest = 1e-3;

/** Features before the hazard bins, and in all. The first is the plain score itself. */
const smooth = 14;
export const featureCount = smooth + hazardEdges.length + 1;

/** The bell of one hour at a distance in minutes on the ring of the day. */
const bell = Float64Array.from({ length: minutesOfDay }, (_, minutes) => {
  const away = Math.min(minutes, minutesOfDay - minutes) / 60;
  return Math.exp(-(away * away) / 2);
});

/** What is usual as of `stamp`, from the first `counts` visits of each. `timed` tells whether the minutes of visits are known. */
export function usualAt(
  stamps: Stamps,
  {
    stamp,
    counts,
    timed,
  }: { readonly stamp: number; readonly counts: Int32Array; readonly timed: boolean },
): Usual {
  const gapDays = shopGapDays(stamps, counts);
  const bySlot = new Float64Array(slots);
  const weekdays = new Float64Array(7);
  const arrivals = new Float64Array(hazardEdges.length + 1).fill(1);
  const waited = new Float64Array(hazardEdges.length + 1).fill(1);
  let visits = 0;
  stamps.forEach((times, who) => {
    const count = counts[who] ?? 0;
    const gap = ownGap(times, count, gapDays);
    for (let visit = 0; visit < count; visit += 1) {
      const at = times[visit] ?? 0;
      const slot = Math.floor((at % minutesOfDay) / slotMinutes);
      bySlot[slot] = (bySlot[slot] ?? 0) + 1;
      weekdays[weekdayOf(at)] = (weekdays[weekdayOf(at)] ?? 0) + 1;
      const until = visit + 1 < count ? (times[visit + 1] ?? at) : stamp;
      const gaps = (until - at) / minutesOfDay / gap;
      addWaiting(waited, gaps);
      if (visit + 1 < count) arrivals[binOf(gaps)] = (arrivals[binOf(gaps)] ?? 0) + 1;
    }
    visits += count;
  });
  return {
    hours: timed && visits > 0 ? smoothed(bySlot, visits) : new Float64Array(),
    weekdays: weekdays.map((count) => Math.max(rarest, count / Math.max(1, visits))),
    hazards: arrivals.map((count, bin) => count / (waited[bin] ?? 1)),
    gapDays,
  };
}

/** The features of one person with at least one visit, written into `into` from `offset` on. The first is the plain score. */
export function writeFeatures(
  into: Float32Array,
  offset: number,
  {
    times,
    who,
    moment,
  }: { readonly times: Int32Array; readonly who: number; readonly moment: Moment },
): void {
  const count = moment.counts[who] ?? 0;
  const { stamp, usual } = moment;
  const sums = sumsOf(times, count, stamp);
  const place = placeOf(usual, stamp);
  const first = times[0] ?? stamp;
  const last = times[count - 1] ?? stamp;
  const gap = ownGap(times, count, usual.gapDays);
  const bin = binOf((stamp - last) / minutesOfDay / gap);
  const hour = habit(sums.atHour, { weight: sums.f90, prior: hourPrior, usual: place.hour });
  const weekday = habit(sums.onDay, {
    weight: sums.f90,
    prior: weekdayPrior,
    usual: place.weekday,
  });
  const both = habit(sums.atBoth, {
    weight: sums.f90,
    prior: weekdayPrior,
    usual: place.hour * place.weekday,
  });
  const frequency = Math.log(sums.f90 + rareVisit);
  const due = Math.log(usual.hazards[bin] ?? 1);
  const features = [
    frequency + hour + weekdayPower * weekday + due,
    Math.log(sums.f7 + rareVisit),
    Math.log(sums.f30 + rareVisit),
    frequency,
    Math.log(count),
    hour,
    weekday,
    both,
    Math.log(1 + (stamp - first) / minutesOfDay),
    dayOf(last) === dayOf(stamp) ? 1 : 0,
    Math.log(gap),
    count === 1 ? 1 : 0,
    Math.log1p(sums.echo),
    Math.log1p(sums.yesterday),
  ];
  for (let feature = 0; feature < featureCount; feature += 1)
    into[offset + feature] = features[feature] ?? (feature - smooth === bin ? 1 : 0);
}

/** The plain score of one person at a moment: good for ranking people at one moment only. Higher is likelier. */
export function plainScore(times: Int32Array, who: number, moment: Moment): number {
  const count = moment.counts[who] ?? 0;
  const { stamp, usual } = moment;
  const { f90, atHour, onDay } = sumsOf(times, count, stamp);
  const place = placeOf(usual, stamp);
  const gap = ownGap(times, count, usual.gapDays);
  const waited = (stamp - (times[count - 1] ?? stamp)) / minutesOfDay / gap;
  return (
    Math.log(f90 + rareVisit) +
    habit(atHour, { weight: f90, prior: hourPrior, usual: place.hour }) +
    weekdayPower * habit(onDay, { weight: f90, prior: weekdayPrior, usual: place.weekday }) +
    Math.log(usual.hazards[binOf(waited)] ?? 1)
  );
}

interface Sums {
  f7: number;
  f30: number;
  f90: number;
  atHour: number;
  onDay: number;
  atBoth: number;
  echo: number;
  yesterday: number;
}

/** One pass over a person's visits. Ages are whole days, hours are wall time. */
function sumsOf(times: Int32Array, count: number, stamp: number): Sums {
  const sums = { f7: 0, f30: 0, f90: 0, atHour: 0, onDay: 0, atBoth: 0, echo: 0, yesterday: 0 };
  const day = dayOf(stamp);
  const minute = stamp - day * minutesOfDay;
  // Beyond two years a weight of 3e-4 changes no list.
  for (let visit = count - 1; visit >= 0; visit -= 1) {
    const at = times[visit] ?? 0;
    const age = day - dayOf(at);
    if (age > 8 * decayDays) break;
    const weight = Math.exp(-age / decayDays);
    const near = bell[Math.abs(minute - (at % minutesOfDay))] ?? 0;
    sums.f90 += weight;
    sums.atHour += weight * near;
    if (age < 250) sums.f30 += Math.exp(-age / 30);
    if (age < 60) sums.f7 += Math.exp(-age / 7);
    if (age === 1) sums.yesterday += near;
    if (age % 7 !== 0) continue;
    sums.onDay += weight;
    sums.atBoth += weight * near;
    if (age > 0) sums.echo += near;
  }
  return sums;
}

function placeOf(usual: Usual, stamp: number): { readonly hour: number; readonly weekday: number } {
  const slot = Math.floor((stamp % minutesOfDay) / slotMinutes);
  return { hour: usual.hours[slot] ?? 0, weekday: usual.weekdays[weekdayOf(stamp)] ?? rarest };
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

/** A person's gap in days, drawn to the shop's by one gap. */
function ownGap(times: Int32Array, count: number, gapDays: number): number {
  if (count === 0) return gapDays;
  return (((times[count - 1] ?? 0) - (times[0] ?? 0)) / minutesOfDay + gapDays) / count;
}

function shopGapDays(stamps: Stamps, counts: Int32Array): number {
  const gaps: number[] = [];
  stamps.forEach((times, who) => {
    const count = counts[who] ?? 0;
    if (count > 1)
      gaps.push(((times[count - 1] ?? 0) - (times[0] ?? 0)) / minutesOfDay / (count - 1));
  });
  gaps.sort((a, b) => a - b);
  return Math.max(0.25, gaps[gaps.length >> 1] ?? gapDaysBeforeAny);
}

// Beyond twice the last edge a silence says no more about who comes now.
function addWaiting(waited: Float64Array, gaps: number): void {
  let from = 0;
  for (let bin = 0; bin < waited.length && gaps > from; bin += 1) {
    const to = hazardEdges[bin] ?? 24;
    waited[bin] = (waited[bin] ?? 0) + Math.min(gaps, to) - from;
    from = to;
  }
}

function binOf(gaps: number): number {
  let bin = 0;
  while (bin < hazardEdges.length && gaps >= (hazardEdges[bin] ?? 0)) bin += 1;
  return bin;
}

function smoothed(bySlot: Float64Array, visits: number): Float64Array {
  return bySlot.map((_, slot) => {
    let sum = 0;
    for (let other = 0; other < slots; other += 1)
      sum += (bySlot[other] ?? 0) * (bell[Math.abs(slot - other) * slotMinutes] ?? 0);
    return Math.max(rarest, sum / visits);
  });
}

function dayOf(stamp: number): number {
  return Math.floor(stamp / minutesOfDay);
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(stamp: number): number {
  return (dayOf(stamp) + 3) % 7;
}
