// When nobody likes to hear from a shop: at night, on Sundays, and on days on which it is closed.

import { isOpenOn, type Calendar } from '#domain/shop/calendar.ts';
import { weekdayOf, type Day } from '#lib/day.ts';

export interface QuietHours extends Calendar {
  /** Minutes of the day. */
  readonly quietFrom: number;
  readonly quietTo: number;
}

/** Why it is better to wait; null when it is not. */
export function quietReason(
  settings: QuietHours,
  { day, minute }: { readonly day: Day; readonly minute: number },
): 'hours' | 'sunday' | 'closed' | null {
  if (isBetween(minute, settings.quietFrom, settings.quietTo)) return 'hours';
  if (weekdayOf(day) === 7) return 'sunday';
  return isOpenOn(settings, day) ? null : 'closed';
}

// The night goes over midnight.
function isBetween(minute: number, from: number, to: number): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
