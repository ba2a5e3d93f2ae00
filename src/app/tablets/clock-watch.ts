import { maxMsAhead } from '#domain/tablets/clocks.ts';
import type { Clock } from '#platform/device/clock.ts';

/** Sees that somebody has set the clock, or that the tablet has slept for long. */
export class ClockWatch {
  readonly #clock: Clock;
  #ahead: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#ahead = this.#read();
  }

  /** Whether the clock went otherwise than time since this was last asked. */
  hasJumped(): boolean {
    const ahead = this.#read();
    const hasJumped = Math.abs(ahead - this.#ahead) > maxMsAhead;
    this.#ahead = ahead;
    return hasJumped;
  }

  #read(): number {
    return this.#clock.now() - performance.now();
  }
}
