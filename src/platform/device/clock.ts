// The only place that reads the time. Everything else is given the time.

export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The zone that this device is set to, such as `Europe/London`. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A clock set to another one. The worker follows the page, so that both agree on the day. */
export interface SyncedClock extends Clock {
  /** Sets it to `now`, epoch ms. */
  readonly sync: (now: number) => void;
}

export function syncedClock(): SyncedClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    sync: (now) => {
      offset = now - Date.now();
    },
  };
}
