import type { Deps } from '#app/deps.ts';
import type { Roster } from '#app/customers/roster.ts';
import { isDatabaseClosed } from '#app/recovery/is-database-closed.ts';
import type { Day } from '#lib/day.ts';
import { Observable } from '#lib/observable.ts';
import type { Result } from '#lib/result.ts';

/** Runs `step` after a quiet while; gives how to cancel it. */
export type Schedule = (step: () => void) => () => void;

export interface BackgroundContext {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly schedule: Schedule;
}

export function scheduleAfter(delayMs: number): Schedule {
  return (step) => {
    const timer = setTimeout(step, delayMs);
    return () => clearTimeout(timer);
  };
}

/** Calls `onChange` when customers changed. The worker needs no telling that all were read. */
export function onCustomersChange(roster: Roster, onChange: () => void): () => void {
  return roster.subscribe(({ kind }) => {
    if (kind !== 'complete') onChange();
  });
}

/**
 * What the worker computed last; undefined before the first answer. An answer that a later one has
 * overtaken is dropped. While stopped, nothing is computed and no error is thrown, for the shop may
 * have been closed under the request; `start` catches up.
 */
export class LiveResult<T> extends Observable<T | undefined> {
  readonly #schedule: Schedule;
  readonly #compute: (today: Day) => Promise<Result<T, unknown>>;
  /** The day to compute for; nothing is computed before it is known. */
  today: Day | undefined;
  #cancel = (): void => {};
  #requests = 0;
  #isStale = true;
  #isStopped = false;

  constructor(schedule: Schedule, compute: (today: Day) => Promise<Result<T, unknown>>) {
    super(undefined);
    this.#schedule = schedule;
    this.#compute = compute;
  }

  refresh(): void {
    this.#isStale = true;
    this.#cancel();
    if (!this.#isStopped) this.#run();
  }

  /** Computes it after a quiet while, which begins anew with each call. */
  refreshWhenQuiet(): void {
    this.#isStale = true;
    this.#cancel();
    if (!this.#isStopped) this.#cancel = this.#schedule(() => this.#run());
  }

  start(): void {
    this.#isStopped = false;
    if (this.#isStale) this.refresh();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  /** Waits for `answer` and makes it the value, unless a later one was asked for meanwhile. */
  async accept(answer: Promise<T | undefined>): Promise<T | undefined> {
    this.#requests += 1;
    const request = this.#requests;
    try {
      const value = await answer;
      if (value !== undefined && request === this.#requests) this.value = value;
      return value;
    } catch (error) {
      // The shop was closed under the request.
      if (!this.#isStopped && !isDatabaseClosed(error)) throw error;
      this.#isStale = true;
      return undefined;
    }
  }

  #run(): void {
    if (this.today === undefined) return;
    this.#isStale = false;
    const answer = this.#compute(this.today);
    void this.accept(answer.then((result) => (result.ok ? result.value : undefined)));
  }
}
