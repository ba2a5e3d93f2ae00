import { addDays, type Day } from '#lib/day.ts';
import { dayText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** The days of the week that begins on `monday`: "15 to 21 June", "29 June to 5 July". */
export function weekDaysText(monday: Day): string {
  const sunday = addDays(monday, 6);
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const from = sameMonth ? String(Number(monday.slice(8))) : dayText(monday, sunday);
  return m.week_days({ from, to: dayText(sunday, sunday) });
}
