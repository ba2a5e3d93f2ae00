import type { DateAhead } from '#domain/week/date-ahead.ts';
import { countFirst, countText, numberText, weekdayDayText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { m } from '#ui/messages.ts';

/** "Friday 19 June", "soon". */
export function dateDayText(date: DateAhead, today: Day): string {
  return date.kind === 'milestone' ? m.dates_soon() : weekdayDayText(date.day, today);
}

/** "Birthday", "Four years with us", "100 visits: three to go". */
export function dateAheadText(date: DateAhead): string {
  switch (date.kind) {
    case 'birthday':
      return m.dates_birthday();
    case 'anniversary':
      return m.dates_years({ count: date.years, words: countFirst(date.years) });
    case 'milestone':
      return m.dates_milestone({
        count: date.toGo,
        words: countText(date.toGo),
        visits: numberText(date.visitDays),
      });
  }
}

export function dateKey(date: DateAhead): string {
  return `${date.customerId} ${date.kind}`;
}
