import { timeText } from '#i18n/date-time.ts';
import { dayText } from '#i18n/format.ts';
import { toLocalTime } from '#lib/time-zone.ts';

/** The day and the time of `at` (epoch ms) in `zone`, worded as of `now`. */
export function dateTimeText(
  at: number,
  zone: string,
  now: number,
): { readonly day: string; readonly time: string } {
  const wall = toLocalTime(at, zone);
  return { day: dayText(wall.day, toLocalTime(now, zone).day), time: timeText(wall.minute) };
}
