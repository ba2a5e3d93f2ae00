// A tablet whose clock was set back. Timestamps still rise, so nothing is lost, but visits would be
// recorded on the wrong day, so the owner should check it.

import { parseTimestamp, timestampMs } from '#lib/hlc.ts';

/** Smaller differences are ignored. */
const toleranceMs = 5 * 60_000;

/** Whether the clock (`now`, epoch ms) is well behind the last write. */
export function isClockBehind(lastStamp: string, now: number): boolean {
  const timestamp = parseTimestamp(lastStamp);
  return timestamp !== undefined && timestampMs(timestamp) - now > toleranceMs;
}
