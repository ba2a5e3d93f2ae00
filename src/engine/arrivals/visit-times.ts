// When one person came, as columns: all that the score of who comes in now ever looks at. What
// somebody spends has no place in it. Two visits within an hour of one another are one coming, so
// that a second tap makes nobody look like a regular.

import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';

/**
 * One person's comings in order of time. Days are day numbers; minutes are 0–1439 in the shop's
 * wall time, −1 where unknown.
 */
export interface ArrivalTimes {
  readonly days: Int32Array;
  readonly minutes: Int16Array;
  /** Comings before these, known only as a number. */
  readonly older: number;
  /** Stamps (minutes since 1970 in wall time, noon where the time is unknown) of the first coming of all, and of the last time the person
   * was seen, whether or not anything was bought; 0 for never. */
  readonly first: number;
  readonly lastSeen: number;
}

/** One visit in which something was bought: its stamp, and whether the minute is known. */
export interface TimedVisit {
  readonly epochMinute: number;
  readonly isTimed: boolean;
}

export const minutesOfDay = 1440;
const mergedMinutes = 60;
const noon = 720;

/**
 * The comings of a history. Visits in which nothing was bought only tell when the person was last
 * seen.
 */
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

/**
 * The comings of visits in order of time. `previous` is the stamp of the one before the first, −1
 * for none.
 */
export function arrivalTimesFrom(visits: readonly TimedVisit[], previous = -1): ArrivalTimes {
  let before = previous < 0 ? -mergedMinutes : previous;
  const kept = visits.filter(({ epochMinute }) => {
    const gap = epochMinute - before;
    before = epochMinute;
    return gap >= mergedMinutes;
  });
  return {
    days: Int32Array.from(kept, ({ epochMinute }) => dayOfMinutes(epochMinute)),
    minutes: Int16Array.from(kept, ({ epochMinute, isTimed }) =>
      isTimed ? epochMinute % minutesOfDay : -1,
    ),
    older: 0,
    first: kept[0]?.epochMinute ?? 0,
    lastSeen: Math.max(0, before),
  };
}

/** The stamp of the coming at `index`; 0 where there is none. */
export function epochMinuteAt({ days, minutes }: ArrivalTimes, index: number): number {
  const minute = minutes[index];
  if (minute === undefined) return 0;
  return (days[index] ?? 0) * minutesOfDay + (minute < 0 ? noon : minute);
}
