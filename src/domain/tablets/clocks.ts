// Clocks of tablets. Of two answers the later one stands, so a clock that is far ahead would win
// over everybody until then: what it notes is laid aside elsewhere, and has to be said.

import { timestampMs, type HlcTimestamp } from '#lib/hlc.ts';

/** A change from further ahead waits on the other tablets until that hour. */
export const maxMsAhead = 5 * 60_000;

/** What two clocks said at the same moment, epoch ms. */
export interface ClockReadings {
  readonly here: number;
  readonly there: number;
}

/** The readings, if one of both clocks must be wrong; null otherwise. */
export function clocksApart(readings: ClockReadings): ClockReadings | null {
  return Math.abs(readings.here - readings.there) > maxMsAhead ? readings : null;
}

/**
 * Until when (epoch ms) others lay aside what is noted here, whose last change was `last`; null for
 * not at all.
 */
export function heldUntil(last: HlcTimestamp | null, now: number): number | null {
  const from = last === null ? 0 : timestampMs(last) - maxMsAhead;
  return from > now ? from : null;
}
