// The screen stays on while the shop is open and the Counter is shown, and goes dark as usual
// outside of hours.

import { spansOn, type Calendar } from '#domain/shop/calendar.ts';
import type { WallTime } from '#lib/time-zone.ts';
import { acquireWakeLock } from '#platform/device/wake-lock.ts';

export function isOpenAt(calendar: Calendar, { day, minute }: WallTime): boolean {
  return spansOn(calendar, day).some(({ opens, closes }) => opens <= minute && minute < closes);
}

/** Keeps the screen on until the returned function is called. */
export function keepScreenAwake(): () => void {
  return acquireWakeLock();
}
