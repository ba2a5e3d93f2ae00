// Everybody's visit minutes of the past, side by side for one day, so that each replayed visit
// walks one column instead of everybody's history. For training in the worker; the Counter asks
// once and does not need it.

import { decay90, type RankingContext, type ArrivalState } from './state.ts';
import { kernel } from './baseline.ts';

/** Decayed visits with a known time, person after person. The columns are reused day by day. */
export class DailyVisitHours {
  #weights = new Float64Array(1024);
  #minutes = new Int16Array(1024);
  #ends: Int32Array = new Int32Array();
  /** How many visits of each person are in the columns; those of the day itself come after. */
  #counts: Int32Array = new Int32Array();

  /** Begins a day with `people`, who keep their indexes all day. */
  startDay(people: readonly ArrivalState[]): void {
    this.#ends = new Int32Array(people.length);
    this.#counts = Int32Array.from(people, ({ count }) => count);
    let size = 0;
    people.forEach((state, index) => {
      this.#grow(size + state.count);
      size = this.#write(state, size);
      this.#ends[index] = size;
    });
  }

  /**
   * Decayed weight of the visits around this minute of the person at `position`, now in `state`.
   */
  weightAt(position: number, state: ArrivalState, { minute }: RankingContext): number {
    const [weights, minutes] = [this.#weights, this.#minutes];
    const from = position === 0 ? 0 : (this.#ends[position - 1] ?? 0);
    const end = this.#ends[position] ?? 0;
    let sum = 0;
    for (let index = from; index < end; index += 1)
      sum += (weights[index] ?? 0) * (kernel[Math.abs(minute - (minutes[index] ?? 0))] ?? 0);
    const known = this.#counts[position] ?? 0;
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

/** The visits after the first `known`: hardly ever more than one. */
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
