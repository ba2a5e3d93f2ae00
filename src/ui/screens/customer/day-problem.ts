import { dayText } from '#i18n/format.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { m } from '#ui/messages.ts';

/**
 * The day that a date field holds, or the sentence about what is wrong with it. Only today and
 * earlier days will do.
 */
export function pastDayFrom(text: string, today: Day): Result<Day, string> {
  const day = dayFrom(text);
  if (day === undefined) return failed(m.customer_day_missing());
  if (day > today) return failed(m.customer_day_ahead({ day: dayText(day, today) }));
  return day < '1990-01-01' ? failed(m.customer_day_before_all()) : ok(day);
}

/** The minute of the day that a time field holds, or null while it is empty. */
export function minuteFrom(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}
