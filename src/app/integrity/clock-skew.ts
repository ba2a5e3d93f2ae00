// A tablet whose clock was set back, or lost with the battery. Timestamps go on rising, so nothing is
// lost; but visits would be recorded on the wrong day, so somebody should check it.

import { parseTimestamp, timestampMs } from '#lib/hlc.ts';

/** Smaller differences are ignored. */
const toleranceMs = 5 * 60_000;

/** Whether the clock (`now`, epoch ms) stands well before the last write. */
export function isClockBehind(lastStamp: string, now: number): boolean {
  const timestamp = parseTimestamp(lastStamp);
  return timestamp !== undefined && timestampMs(timestamp) - now > toleranceMs;
}
