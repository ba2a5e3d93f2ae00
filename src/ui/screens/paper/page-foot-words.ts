import { weekdayDayText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import type { FootWords } from '#paper/page-parts.ts';
import { m } from '#ui/messages.ts';

/** When it was printed, what to do with it, and the number of the page. */
export function pageFootWords(today: Day, middle = ''): FootWords {
  return {
    start: m.print_printed({ day: weekdayDayText(today, today) }),
    middle,
    page: (page, pages) => m.print_page_of({ page, pages }),
  };
}
