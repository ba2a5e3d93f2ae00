// Converts times of many rows. The browser's zone lookup takes longer than reading a row, so it is
// done once for each day and quarter of an hour. Gives exactly what lib/time-zone.ts gives.

import { dayNumber, msPerDay, type Day } from '#lib/day.ts';
import { toInstant, toLocalTime, type WallTime } from '#lib/time-zone.ts';

export interface ZoneClock {
  /** The instant (epoch ms) of a local time. */
  readonly instantOf: (wall: WallTime) => number;
  /** The local time at an instant (epoch ms). */
  readonly wallTimeAt: (at: number) => WallTime;
}

// Offsets change at quarters of an hour, if at all.
const quarter = 900_000;

/** A clock of `zone` with a cache. */
export function cachedZoneClock(zone: string): ZoneClock {
  const steadyOffsets = new Map<Day, number | null>();
  const quarters = new Map<number, WallTime>();

  function offsetOn(day: Day): number | null {
    const known = steadyOffsets.get(day);
    if (known !== undefined) return known;
    const [begin = null, noon, end] = [0, 720, 1439].map(
      (minute) => toInstant({ day, minute }, zone) - asUtc({ day, minute }),
    );
    const steady = begin === noon && begin === end ? begin : null;
    steadyOffsets.set(day, steady);
    return steady;
  }

  return {
    instantOf(wall) {
      const offset = offsetOn(wall.day);
      return offset === null ? toInstant(wall, zone) : asUtc(wall) + offset;
    },
    wallTimeAt(at) {
      const start = Math.floor(at / quarter) * quarter;
      const wall = quarters.get(start) ?? toLocalTime(start, zone);
      quarters.set(start, wall);
      return { day: wall.day, minute: wall.minute + Math.floor((at - start) / 60_000) };
    },
  };
}

function asUtc({ day, minute }: WallTime): number {
  return dayNumber(day) * msPerDay + minute * 60_000;
}
