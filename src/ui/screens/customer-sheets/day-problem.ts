import { dayText } from '#i18n/format.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { m } from '#ui/messages.ts';

/** Today or an earlier day from a date field, or the sentence about what is wrong with it. */
export function pastDayFrom(text: string, today: Day): Result<Day, string> {
  const day = dayFrom(text);
  if (day === undefined) return failed(m.customer_day_missing());
  if (day > today) return failed(m.customer_day_ahead({ day: dayText(day, today) }));
  return day < '1990-01-01' ? failed(m.customer_day_before_all()) : ok(day);
}

/** The sentence about what is wrong with the day in a date field; null for nothing. */
export function dayProblem(text: string, today: Day): string | null {
  const day = pastDayFrom(text, today);
  return day.ok ? null : day.problem;
}

/** The minute of the day from a time field; null while it is empty. */
export function minuteFrom(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}
