// What updates brought, the latest first. A line has at most fifteen words and says where it is.

import { dayFrom, type Day } from '#lib/day.ts';
import { m } from '#ui/messages.ts';

export interface NewsLine {
  readonly day: Day;
  readonly text: () => string;
}

export const newsLines: readonly NewsLine[] = [
  line('2026-11-30', m.news_region),
  line('2026-11-30', m.news_learn),
  line('2026-11-29', m.news_perks),
  line('2026-11-29', m.news_takings),
];

function line(text: string, words: () => string): NewsLine {
  const day = dayFrom(text);
  if (day === undefined) throw new RangeError(`${text} is no day`);
  return { day, text: words };
}
