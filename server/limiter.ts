// How often somebody may ask: so many at once, and so many a second after that.

interface Bucket {
  left: number;
  at: number;
}

export interface Limit {
  readonly atOnce: number;
  readonly aSecond: number;
}

export class Limiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limit: Limit;
  readonly #now: () => number;

  constructor(limit: Limit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Whether `who` may ask once more. */
  allows(who: string): boolean {
    const { atOnce, aSecond } = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(who) ?? { left: atOnce, at: now };
    const left = Math.min(atOnce, bucket.left + ((now - bucket.at) / 1000) * aSecond);
    if (this.#buckets.size > 10_000) this.#buckets.clear();
    this.#buckets.set(who, { left: Math.max(0, left - 1), at: now });
    return left >= 1;
  }
}
