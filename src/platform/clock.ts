// The only place that reads the time. Everything else is told what time it is.

export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
}

/** The tablet's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** The zone that this device is set to, such as `Europe/London`. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
