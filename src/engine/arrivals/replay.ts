// Replays chosen days of a shop's past, visit by visit: who was known, in which state, and who
// came. Each visit sees only what lay before it. For training in the worker; the Counter never
// loads it.

import { countUntil } from '#engine/math/count-until.ts';
import { minutesOfDay, epochMinuteAt, type ArrivalTimes } from './visit-times.ts';
import { arrivalStateOf, type RankingContext, type ArrivalState } from './state.ts';
import {
  addToBaseline,
  emptyBaseline,
  shopGapDays,
  baselineFrom,
  type ShopBaseline,
} from './baseline.ts';

/** A past visit as it was about to happen. */
export interface PastVisit {
  readonly context: RankingContext;
  /** Everybody who had come before, and the index among them of who came now. */
  readonly states: readonly ArrivalState[];
  readonly came: number;
}

/** A visit to be replayed. */
export interface ReplayVisit {
  readonly who: number;
  readonly index: number;
  readonly epochMinute: number;
}

/** What is done with each visit, and after how many days the baseline is computed anew. */
export interface ReplayOptions {
  readonly baselineDays: number;
  readonly onVisit: (visit: PastVisit, at: ReplayVisit) => void;
}

/** Replays `visits` (in order of time, each by somebody who had come before) one by one. */
export function replayDays(
  everybody: readonly ArrivalTimes[],
  visits: readonly ReplayVisit[],
  { baselineDays, onVisit }: ReplayOptions,
): void {
  let day: ReplayDay | undefined;
  let baseline: { readonly habits: ShopBaseline; readonly since: number } | undefined;
  for (const visit of visits) {
    const number = Math.floor(visit.epochMinute / minutesOfDay);
    if (day?.number !== number) {
      if (baseline === undefined || number - baseline.since >= baselineDays)
        baseline = { habits: baselineOn(everybody, number), since: number };
      day = new ReplayDay(everybody, number, baseline.habits);
    }
    day.passTo(visit);
    onVisit(day.visitBy(visit), visit);
  }
}

/** The shop's baseline as it was known in the morning of the day number `day`. */
export function baselineOn(everybody: readonly ArrivalTimes[], day: number): ShopBaseline {
  const counts = everybody.map((times) => countBefore(times, day));
  const sums = emptyBaseline(shopGapDays(everybody, (who) => counts[who] ?? 0));
  const epochMinute = day * minutesOfDay;
  everybody.forEach((times, who) =>
    addToBaseline(sums, times, { count: counts[who] ?? 0, epochMinute }),
  );
  return baselineFrom(sums);
}

/** How many of somebody's visits lay before the day number `day`. */
export function countBefore({ days }: ArrivalTimes, day: number): number {
  return countUntil(days, day - 1);
}

/** One day of the past: everybody's state, which changes with each visit of the day. */
class ReplayDay {
  readonly number: number;
  readonly #everybody: readonly ArrivalTimes[];
  readonly #baseline: ShopBaseline;
  readonly #states: ArrivalState[] = [];
  /** By person, the index in the states plus one; 0 for somebody who never came. */
  readonly #indexes: Int32Array;
  readonly #visits: readonly ReplayVisit[];
  #passed = 0;

  constructor(everybody: readonly ArrivalTimes[], number: number, baseline: ShopBaseline) {
    this.number = number;
    this.#everybody = everybody;
    this.#baseline = baseline;
    this.#indexes = new Int32Array(everybody.length);
    const visits: ReplayVisit[] = [];
    everybody.forEach((times, who) => {
      const count = countBefore(times, number);
      if (count + times.older > 0) this.#stand(who, count);
      for (let index = count; times.days[index] === number; index += 1)
        visits.push({ who, index, epochMinute: epochMinuteAt(times, index) });
    });
    this.#visits = visits.toSorted(byTime);
  }

  /** Lets everything before `visit` happen. */
  passTo(visit: ReplayVisit): void {
    for (;;) {
      const next = this.#visits[this.#passed];
      if (next === undefined || byTime(next, visit) >= 0) return;
      this.#stand(next.who, next.index + 1);
      this.#passed += 1;
    }
  }

  visitBy({ who, epochMinute }: ReplayVisit): PastVisit {
    const day = this.number;
    const context = { day, minute: epochMinute - day * minutesOfDay, baseline: this.#baseline };
    return { context, states: this.#states, came: (this.#indexes[who] ?? 0) - 1 };
  }

  #stand(who: number, count: number): void {
    const times = this.#everybody[who];
    if (times === undefined) return;
    const { gapDays } = this.#baseline;
    const index = this.#indexes[who] ?? 0;
    const state = arrivalStateOf(times, { count, day: this.number, gapDays });
    if (index === 0) this.#indexes[who] = this.#states.push(state);
    else this.#states[index - 1] = state;
  }
}

/** In order of time; within a minute, in the order of people. */
export function byTime(a: ReplayVisit, b: ReplayVisit): number {
  return a.epochMinute - b.epochMinute || a.who - b.who;
}
