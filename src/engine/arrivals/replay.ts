// Lives chosen days of a shop's past again, visit by visit: who was known, where everybody stood, and who came. Each visit is told only what
// lay before it. For learning in the worker; the Counter never loads it.

import { minutesOfDay, stampAt, type ArrivalTimes } from './visit-times.ts';
import { standingOf, type Moment, type Standing } from './state.ts';
import { addHabits, noHabits, shopGapDays, usualFrom, type Usual } from './baseline.ts';

/** One visit of the past as it was about to happen. */
export interface PastVisit {
  readonly moment: Moment;
  /** Everybody who had come before, and the place among them of who came now. */
  readonly standings: readonly Standing[];
  readonly came: number;
}

/** One visit to be looked at. */
export interface VisitAt {
  readonly who: number;
  readonly index: number;
  readonly stamp: number;
}

/** What is done with each visit, and after how many days the shop's habits are looked at anew: they change slowly. */
export interface Reliving {
  readonly usualDays: number;
  readonly onVisit: (visit: PastVisit, at: VisitAt) => void;
}

/** Goes through `visits` (in order of time, each by somebody who had come before) as things stood just before each. */
export function relive(
  everybody: readonly ArrivalTimes[],
  visits: readonly VisitAt[],
  { usualDays, onVisit }: Reliving,
): void {
  let day: PastDay | undefined;
  let usual: { readonly habits: Usual; readonly since: number } | undefined;
  for (const visit of visits) {
    const number = Math.floor(visit.stamp / minutesOfDay);
    if (day?.number !== number) {
      if (usual === undefined || number - usual.since >= usualDays)
        usual = { habits: usualOn(everybody, number), since: number };
      day = new PastDay(everybody, number, usual.habits);
    }
    day.passTo(visit);
    onVisit(day.visitBy(visit), visit);
  }
}

/** The shop's habits as they were known in the morning of day number `day`. */
export function usualOn(everybody: readonly ArrivalTimes[], day: number): Usual {
  const counts = everybody.map((times) => countBefore(times, day));
  const sums = noHabits(shopGapDays(everybody, (who) => counts[who] ?? 0));
  const stamp = day * minutesOfDay;
  everybody.forEach((times, who) => addHabits(sums, times, { count: counts[who] ?? 0, stamp }));
  return usualFrom(sums);
}

/** How many of somebody's comings lay before day number `day`. */
export function countBefore({ days }: ArrivalTimes, day: number): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] ?? 0) < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One day of the past: everybody's standing, which changes with each visit of the day. */
class PastDay {
  readonly number: number;
  readonly #everybody: readonly ArrivalTimes[];
  readonly #usual: Usual;
  readonly #standings: Standing[] = [];
  /** By person, the place in the standings plus one; 0 for somebody who never came. */
  readonly #places: Int32Array;
  readonly #visits: readonly VisitAt[];
  #passed = 0;

  constructor(everybody: readonly ArrivalTimes[], number: number, usual: Usual) {
    this.number = number;
    this.#everybody = everybody;
    this.#usual = usual;
    this.#places = new Int32Array(everybody.length);
    const visits: VisitAt[] = [];
    everybody.forEach((times, who) => {
      const count = countBefore(times, number);
      if (count + times.older > 0) this.#stand(who, count);
      for (let index = count; times.days[index] === number; index += 1)
        visits.push({ who, index, stamp: stampAt(times, index) });
    });
    this.#visits = visits.toSorted(byTime);
  }

  /** Lets everything before `visit` happen. */
  passTo(visit: VisitAt): void {
    for (;;) {
      const next = this.#visits[this.#passed];
      if (next === undefined || byTime(next, visit) >= 0) return;
      this.#stand(next.who, next.index + 1);
      this.#passed += 1;
    }
  }

  visitBy({ who, stamp }: VisitAt): PastVisit {
    const day = this.number;
    const moment = { day, minute: stamp - day * minutesOfDay, usual: this.#usual };
    return { moment, standings: this.#standings, came: (this.#places[who] ?? 0) - 1 };
  }

  #stand(who: number, count: number): void {
    const times = this.#everybody[who];
    if (times === undefined) return;
    const { gapDays } = this.#usual;
    const place = this.#places[who] ?? 0;
    const standing = standingOf(times, { count, day: this.number, gapDays });
    if (place === 0) this.#places[who] = this.#standings.push(standing);
    else this.#standings[place - 1] = standing;
  }
}

/** In order of time; who comes in the same minute, in order of people. */
export function byTime(a: VisitAt, b: VisitAt): number {
  return a.stamp - b.stamp || a.who - b.who;
}
