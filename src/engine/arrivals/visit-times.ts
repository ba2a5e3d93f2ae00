// When one person came, as columns: all that the score of who comes in now ever looks at. Spending
// has no part in it. Two visits within an hour count as one, so that a second tap makes nobody look
// like a regular.

import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';

/**
 * One person's visits in order of time: day numbers, and minutes 0–1439 of the shop's wall time (−1
 * when unknown).
 */
export interface ArrivalTimes {
  readonly days: Int32Array;
  readonly minutes: Int16Array;
  /** Visits before these, known only as a number. */
  readonly older: number;
  /**
   * Epoch minutes (wall time, noon where unknown) of the first visit, and of the last time seen,
   * with or without a purchase; 0 for never.
   */
  readonly first: number;
  readonly lastSeen: number;
}

/** A visit with a purchase: its epoch minute, and whether the time is known. */
export interface TimedVisit {
  readonly epochMinute: number;
  readonly isTimed: boolean;
}

export const minutesOfDay = 1440;
const mergedMinutes = 60;
const noon = 720;

/** The visit times of a history. Visits without a purchase only say when somebody was last seen. */
export function arrivalTimesOf({ stamps, flags, older }: History): ArrivalTimes {
  const bought: TimedVisit[] = [];
  stamps.forEach((epochMinute, index) => {
    const flag = flags[index] ?? 0;
    if (flag & visitFlags.bought)
      bought.push({ epochMinute, isTimed: (flag & visitFlags.timeKnown) > 0 });
  });
  const times = arrivalTimesFrom(bought, older.lastBought);
  return {
    ...times,
    older: older.bought,
    first: older.firstBought < 0 ? times.first : older.firstBought,
    lastSeen: Math.max(older.last, stamps[stamps.length - 1] ?? 0),
  };
}

/** The times of visits in order. `previous` is the epoch minute of the one before, −1 for none. */
export function arrivalTimesFrom(visits: readonly TimedVisit[], previous = -1): ArrivalTimes {
  let before = previous < 0 ? -mergedMinutes : previous;
  const merged = visits.filter(({ epochMinute }) => {
    const gap = epochMinute - before;
    before = epochMinute;
    return gap >= mergedMinutes;
  });
  return {
    days: Int32Array.from(merged, ({ epochMinute }) => dayOfMinutes(epochMinute)),
    minutes: Int16Array.from(merged, ({ epochMinute, isTimed }) =>
      isTimed ? epochMinute % minutesOfDay : -1,
    ),
    older: 0,
    first: merged[0]?.epochMinute ?? 0,
    lastSeen: Math.max(0, before),
  };
}

/** The epoch minute of the visit at `index`; 0 where there is none. */
export function epochMinuteAt({ days, minutes }: ArrivalTimes, index: number): number {
  const minute = minutes[index];
  if (minute === undefined) return 0;
  return (days[index] ?? 0) * minutesOfDay + (minute < 0 ? noon : minute);
}
