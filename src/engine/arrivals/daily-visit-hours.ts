// The hours at which people came, side by side for one day of the past: each visit of that day walks through one column in place of
// everybody's comings. For learning in the worker; the Counter asks once and needs none of it. It never looks at anything but times of coming.

import { fade90, type Moment, type Standing } from './state.ts';
import { bell } from './baseline.ts';

/** Fading comings with a known time, person after person. Kept from one day to the next, so that nothing is made anew. */
export class DayHours {
  #weights = new Float64Array(1024);
  #minutes = new Int16Array(1024);
  #ends: Int32Array = new Int32Array();
  /** How many comings of each person stand in the columns; those of the day itself come after. */
  #counts: Int32Array = new Int32Array();

  /** Begins a day with `people`, who keep their places in all its moments. */
  begin(people: readonly Standing[]): void {
    this.#ends = new Int32Array(people.length);
    this.#counts = Int32Array.from(people, ({ count }) => count);
    let size = 0;
    people.forEach((standing, place) => {
      this.#hold(size + standing.count);
      size = this.#write(standing, size);
      this.#ends[place] = size;
    });
  }

  /** Fading weight of the comings around this minute of the person at `place`, who is standing there now. */
  weightAt(place: number, standing: Standing, { minute }: Moment): number {
    const [weights, minutes] = [this.#weights, this.#minutes];
    const from = place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
    const end = this.#ends[place] ?? 0;
    let sum = 0;
    for (let index = from; index < end; index += 1)
      sum += (weights[index] ?? 0) * (bell[Math.abs(minute - (minutes[index] ?? 0))] ?? 0);
    const known = this.#counts[place] ?? 0;
    return known === standing.count ? sum : sum + weightSince(known, standing, minute);
  }

  #write({ times: { days, minutes }, count, day }: Standing, from: number): number {
    let size = from;
    for (let index = count - 1; index >= 0; index -= 1) {
      const age = Math.max(0, day - (days[index] ?? 0));
      if (age >= fade90.length) break;
      const at = minutes[index] ?? -1;
      if (at < 0) continue;
      this.#weights[size] = fade90[age] ?? 0;
      this.#minutes[size] = at;
      size += 1;
    }
    return size;
  }

  #hold(size: number): void {
    if (size <= this.#weights.length) return;
    const [weights, minutes] = [new Float64Array(2 * size), new Int16Array(2 * size)];
    weights.set(this.#weights);
    minutes.set(this.#minutes);
    this.#weights = weights;
    this.#minutes = minutes;
  }
}

/** What came after the first `known` comings: hardly ever more than one. */
function weightSince(
  known: number,
  { times: { days, minutes }, count, day }: Standing,
  minute: number,
): number {
  let sum = 0;
  for (let index = known; index < count; index += 1) {
    const at = minutes[index] ?? -1;
    const faded = fade90[Math.max(0, day - (days[index] ?? 0))] ?? 0;
    if (at >= 0) sum += faded * (bell[Math.abs(minute - at)] ?? 0);
  }
  return sum;
}
