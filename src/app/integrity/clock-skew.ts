// A tablet whose clock was set back, or lost it with the battery. Stamps go on rising, so nothing
// is lost; but visits would be written down on the wrong day, and somebody should look.

import { parseTimestamp, timestampMs } from '#lib/hlc.ts';

/** Clocks may differ by so much without a word. */
const toleranceMs = 5 * 60_000;

/** Whether the clock (`now`, epoch ms) stands well before the last write. */
export function isClockBehind(lastStamp: string, now: number): boolean {
  const timestamp = parseTimestamp(lastStamp);
  return timestamp !== undefined && timestampMs(timestamp) - now > toleranceMs;
}
