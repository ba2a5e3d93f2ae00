// Who is likely to come in now: how often lately × the habit at this hour and weekday × how due they are by their own gap.
// One small summary for each customer, made anew when their history changes; ranking a moment reads summaries only, never visits.
// It looks at times of coming alone: what somebody spends has no place in it.

import type { CustomerId } from '#domain/customer.ts';
import { stampDay, visitFlags, visitStamp, type History } from '#domain/history.ts';
import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';
import { medianOf } from '#lib/statistics.ts';

/** One customer's comings, weighted so that a visit of 90 days ago counts a third. Weights are as of the day `asOf` (a day number). */
export interface ArrivalSummary {
  readonly customerId: CustomerId;
  readonly asOf: number;
  /** Visits, those within an hour of one another counted once. */
  readonly visits: number;
  /** Stamps (local minutes) of the first and the last; 0 without a visit. */
  readonly first: number;
  readonly last: number;
  /** Sum of all weights, and of those whose time is known. */
  readonly weight: number;
  readonly timedWeight: number;
  /** Weights by half hour of the day (48, timed visits only) and by weekday (7, Monday first). */
  readonly halfHours: Float32Array;
  readonly weekdays: Float32Array;
  /** By bin of elapsed own gaps: how many visits ended a wait there, and how long waits lasted there, in own gaps. */
  readonly arrivals: Float32Array;
  readonly waited: Float32Array;
}

/** The whole shop's habits, which one person's few visits are drawn towards. */
export interface ShopHabits {
  /** Median of people's mean gaps, in days. */
  readonly gapDays: number;
  /** Share of visits around each half hour and on each weekday. */
  readonly halfHours: Float64Array;
  readonly weekdays: Float64Array;
  /** Arrivals per own gap waited, by bin of elapsed own gaps. */
  readonly hazards: Float64Array;
}

/** A moment at the counter in the shop's wall time. `minute` is 0–1439. */
export interface CounterMoment {
  readonly day: Day;
  readonly minute: number;
}

const decayDays = 90;
const mergedMinutes = 60;
/** Upper edges of the bins of elapsed own gaps; the last bin is open. */
const hazardEdges: readonly number[] = [0.03, 0.12, 0.3, 0.6, 0.85, 1.2, 1.8, 3, 6, 12];
const gapDaysBeforeAny = 14;
/** Pseudo-weights of the shop's habit by hour and by weekday, and what the weekday's habit counts for beside the hour's. */
const hourPrior = 3;
const weekdayPrior = 5;
const weekdayPower = 0.4;
const rarest = 1e-3;
/** A bell of one hour over half hours: the weight of a visit 0, 1, 2 … half hours away. */
const bell = Array.from({ length: 7 }, (_, halfHours) => Math.exp(-((halfHours / 2) ** 2) / 2));

/** The shop's typical gap in days from all histories: what `arrivalSummaryOf` needs first. 14 before anybody came twice. */
export function shopGapDaysOf(histories: readonly History[]): number {
  const gaps: number[] = [];
  for (const { stamps } of histories) {
    const first = stamps[0];
    const last = stamps[stamps.length - 1];
    if (first !== undefined && last !== undefined && last - first > mergedMinutes)
      gaps.push((last - first) / 1440 / (stamps.length - 1));
  }
  return Math.max(0.25, medianOf(gaps) ?? gapDaysBeforeAny);
}

/** The summary of one history as of `today`. Visits in which nothing was bought only tell when the person was last seen. */
export function arrivalSummaryOf(
  history: History,
  { today, gapDays }: { readonly today: Day; readonly gapDays: number },
): ArrivalSummary {
  const asOf = dayNumber(today);
  const summary = { ...countedComings(history), asOf, customerId: history.customerId };
  const weights = weightsOf(history, asOf);
  const waits = waitsOf(history, ownGapMinutes(summary, gapDays), visitStamp(today, 1439));
  return { ...summary, ...weights, ...waits };
}

/** The shop's habits from everybody's summaries. */
export function shopHabitsOf(summaries: Iterable<ArrivalSummary>, gapDays: number): ShopHabits {
  const halfHours = new Float64Array(48);
  const weekdays = new Float64Array(7);
  const arrivals = new Float64Array(hazardEdges.length + 1);
  const waited = new Float64Array(hazardEdges.length + 1);
  for (const summary of summaries) {
    addTo(halfHours, summary.halfHours);
    addTo(weekdays, summary.weekdays);
    addTo(arrivals, summary.arrivals);
    addTo(waited, summary.waited);
  }
  const timed = halfHours.reduce((sum, weight) => sum + weight, 0);
  return {
    gapDays,
    halfHours: halfHours.map((_, place) =>
      timed === 0 ? 0 : Math.max(rarest, around(halfHours, place) / timed),
    ),
    weekdays: shares(weekdays),
    // One arrival in one own gap is what knowing nothing says.
    hazards: arrivals.map((count, bin) => (count + 1) / ((waited[bin] ?? 0) + 1)),
  };
}

/** How likely this person is to come at the moment: a logarithm, only good for comparing people at one moment. */
export function likelinessOf(
  summary: ArrivalSummary,
  habits: ShopHabits,
  moment: CounterMoment,
): number {
  const day = dayNumber(moment.day);
  const fade = Math.exp(-Math.max(0, day - summary.asOf) / decayDays);
  const elapsed =
    Math.max(0, day * 1440 + moment.minute - summary.last) / ownGapMinutes(summary, habits.gapDays);
  const hazard = summary.visits === 0 ? 1 : (habits.hazards[binOf(elapsed)] ?? 1);
  return (
    Math.log(summary.weight * fade + 0.05) +
    Math.log(hourHabit(summary, habits, { fade, minute: moment.minute })) +
    weekdayPower *
      Math.log(weekdayHabit(summary, habits, { fade, weekday: weekdayOfNumber(day) - 1 })) +
    Math.log(hazard)
  );
}

/** Everybody's likeliness at one moment, for ranking tiles and names that match a search. */
export function likelinessAt(
  summaries: Iterable<ArrivalSummary>,
  habits: ShopHabits,
  moment: CounterMoment,
): ReadonlyMap<CustomerId, number> {
  const likeliness = new Map<CustomerId, number>();
  for (const summary of summaries)
    likeliness.set(summary.customerId, likelinessOf(summary, habits, moment));
  return likeliness;
}

/** Ids from the likeliest to the least likely; ties by id. */
export function rankedByLikeliness(
  likeliness: ReadonlyMap<CustomerId, number>,
): readonly CustomerId[] {
  return [...likeliness]
    .toSorted(([a, likelyA], [b, likelyB]) => likelyB - likelyA || (a < b ? -1 : 1))
    .map(([id]) => id);
}

function countedComings(history: History): Pick<ArrivalSummary, 'visits' | 'first' | 'last'> {
  const { stamps, older } = history;
  let visits = older.bought;
  let previous = older.lastBought < 0 ? Number.NEGATIVE_INFINITY : older.lastBought;
  let first = older.firstBought < 0 ? 0 : older.firstBought;
  for (let index = 0; index < stamps.length; index += 1) {
    const stamp = stamps[index] ?? 0;
    if (!isComing(history, index)) continue;
    if (stamp - previous >= mergedMinutes) visits += 1;
    if (first === 0) first = stamp;
    previous = stamp;
  }
  return { visits, first, last: stamps[stamps.length - 1] ?? Math.max(0, older.last) };
}

function weightsOf(
  history: History,
  asOf: number,
): Pick<ArrivalSummary, 'weight' | 'timedWeight' | 'halfHours' | 'weekdays'> {
  const halfHours = new Float32Array(48);
  const weekdays = new Float32Array(7);
  let weight = 0;
  let timedWeight = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < history.stamps.length; index += 1) {
    const stamp = history.stamps[index] ?? 0;
    if (!isComing(history, index)) continue;
    const isMerged = stamp - previous < mergedMinutes;
    previous = stamp;
    if (isMerged) continue;
    const day = stampDay(stamp);
    const counts = Math.exp(-Math.max(0, asOf - day) / decayDays);
    weight += counts;
    const weekday = weekdayOfNumber(day) - 1;
    weekdays[weekday] = (weekdays[weekday] ?? 0) + counts;
    if (((history.flags[index] ?? 0) & visitFlags.timeKnown) === 0) continue;
    const halfHour = Math.floor((stamp - day * 1440) / 30);
    timedWeight += counts;
    halfHours[halfHour] = (halfHours[halfHour] ?? 0) + counts;
  }
  return { weight, timedWeight, halfHours, weekdays };
}

function waitsOf(
  history: History,
  ownGap: number,
  now: number,
): Pick<ArrivalSummary, 'arrivals' | 'waited'> {
  const arrivals = new Float32Array(hazardEdges.length + 1);
  const waited = new Float32Array(hazardEdges.length + 1);
  let previous: number | undefined;
  for (let index = 0; index < history.stamps.length; index += 1) {
    const stamp = history.stamps[index] ?? 0;
    if (!isComing(history, index)) continue;
    const wait = previous === undefined ? 0 : stamp - previous;
    if (previous !== undefined && wait >= mergedMinutes) {
      const bin = binOf(wait / ownGap);
      arrivals[bin] = (arrivals[bin] ?? 0) + 1;
      addWait(waited, wait / ownGap);
    }
    previous = stamp;
  }
  if (previous !== undefined && now > previous) addWait(waited, (now - previous) / ownGap);
  return { arrivals, waited };
}

// So long as nobody waits for ever: beyond twice the last edge a silence says no more about who comes now.
function addWait(waited: Float32Array, gaps: number): void {
  let from = 0;
  for (let bin = 0; bin < waited.length && gaps > from; bin += 1) {
    const to = hazardEdges[bin] ?? 24;
    waited[bin] = (waited[bin] ?? 0) + Math.min(gaps, to) - from;
    from = to;
  }
}

function binOf(gaps: number): number {
  const bin = hazardEdges.findIndex((edge) => gaps < edge);
  return bin < 0 ? hazardEdges.length : bin;
}

function ownGapMinutes(
  { first, last, visits }: Pick<ArrivalSummary, 'first' | 'last' | 'visits'>,
  gapDays: number,
): number {
  return ((last - first) * (visits > 0 ? 1 : 0) + gapDays * 1440) / Math.max(1, visits);
}

function hourHabit(
  summary: ArrivalSummary,
  habits: ShopHabits,
  { fade, minute }: { readonly fade: number; readonly minute: number },
): number {
  const place = Math.floor(minute / 30);
  const shop = habits.halfHours[place] ?? 0;
  if (shop === 0) return 1;
  return (
    (around(summary.halfHours, place) * fade + hourPrior * shop) /
    (summary.timedWeight * fade + hourPrior) /
    shop
  );
}

function weekdayHabit(
  summary: ArrivalSummary,
  habits: ShopHabits,
  { fade, weekday }: { readonly fade: number; readonly weekday: number },
): number {
  const shop = habits.weekdays[weekday] ?? 0;
  if (shop === 0) return 1;
  return (
    ((summary.weekdays[weekday] ?? 0) * fade + weekdayPrior * shop) /
    (summary.weight * fade + weekdayPrior) /
    shop
  );
}

/** Weights around a half hour under the bell; the day is a ring. */
function around(halfHours: Float32Array | Float64Array, place: number): number {
  let sum = 0;
  for (let away = 1 - bell.length; away < bell.length; away += 1) {
    sum += (halfHours[(place + away + 48) % 48] ?? 0) * (bell[Math.abs(away)] ?? 0);
  }
  return sum;
}

function shares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : Math.max(rarest, weight / total)));
}

function addTo(sums: Float64Array, values: Float32Array): void {
  for (let index = 0; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (values[index] ?? 0);
}

function isComing(history: History, index: number): boolean {
  return ((history.flags[index] ?? 0) & visitFlags.bought) !== 0;
}
