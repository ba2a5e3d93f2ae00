import type { Day } from '#lib/day.ts';
import type { WallTime } from '#lib/time-zone.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * The shop's wall time, refreshed by the shell each minute, at midnight and on return to the app.
 */
export const WallTimeContext = createContext<WallTime | null>(null);

/** The shop's wall time to the minute. */
export function useWallTime(): WallTime {
  const wall = useContext(WallTimeContext);
  if (wall === null) throw new Error('The clock was not asked yet');
  return wall;
}

/** The shop's calendar day: a key of every question that depends on it. */
export function useToday(): Day {
  return useWallTime().day;
}
