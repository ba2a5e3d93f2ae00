// The hours at which people came, side by side for one day of the past: each visit of that day
// walks through one column in place of everybody's comings. For learning in the worker; the Counter
// asks once and needs none of it. It never looks at anything but times of coming.

import { decay90, type RankingContext, type ArrivalState } from './state.ts';
import { kernel } from './baseline.ts';

/**
 * Fading comings with a known time, person after person. Kept from one day to the next, so that
 * nothing is made anew.
 */
export class DailyVisitHours {
  #weights = new Float64Array(1024);
  #minutes = new Int16Array(1024);
  #ends: Int32Array = new Int32Array();
  /** How many comings of each person stand in the columns; those of the day itself come after. */
  #counts: Int32Array = new Int32Array();

  /** Begins a day with `people`, who keep their places in all its moments. */
  startDay(people: readonly ArrivalState[]): void {
    this.#ends = new Int32Array(people.length);
    this.#counts = Int32Array.from(people, ({ count }) => count);
    let size = 0;
    people.forEach((state, place) => {
      this.#grow(size + state.count);
      size = this.#write(state, size);
      this.#ends[place] = size;
    });
  }

  /**
   * Fading weight of the comings around this minute of the person at `place`, who is standing there
   * now.
   */
  weightAt(place: number, state: ArrivalState, { minute }: RankingContext): number {
    const [weights, minutes] = [this.#weights, this.#minutes];
    const from = place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
    const end = this.#ends[place] ?? 0;
    let sum = 0;
    for (let index = from; index < end; index += 1)
      sum += (weights[index] ?? 0) * (kernel[Math.abs(minute - (minutes[index] ?? 0))] ?? 0);
    const known = this.#counts[place] ?? 0;
    return known === state.count ? sum : sum + kernelSumSince(known, state, minute);
  }

  #write({ times: { days, minutes }, count, day }: ArrivalState, from: number): number {
    let size = from;
    for (let index = count - 1; index >= 0; index -= 1) {
      const age = Math.max(0, day - (days[index] ?? 0));
      if (age >= decay90.length) break;
      const at = minutes[index] ?? -1;
      if (at < 0) continue;
      this.#weights[size] = decay90[age] ?? 0;
      this.#minutes[size] = at;
      size += 1;
    }
    return size;
  }

  #grow(size: number): void {
    if (size <= this.#weights.length) return;
    const [weights, minutes] = [new Float64Array(2 * size), new Int16Array(2 * size)];
    weights.set(this.#weights);
    minutes.set(this.#minutes);
    this.#weights = weights;
    this.#minutes = minutes;
  }
}

/** What came after the first `existing` comings: hardly ever more than one. */
function kernelSumSince(
  known: number,
  { times: { days, minutes }, count, day }: ArrivalState,
  minute: number,
): number {
  let sum = 0;
  for (let index = known; index < count; index += 1) {
    const at = minutes[index] ?? -1;
    const faded = decay90[Math.max(0, day - (days[index] ?? 0))] ?? 0;
    if (at >= 0) sum += faded * (kernel[Math.abs(minute - at)] ?? 0);
  }
  return sum;
}
