// What an update brought, as far as this tablet has not read it: since the shop began here, for
// nobody is told that something is new who never knew it otherwise.

import { dayFrom, type Day } from '#lib/day.ts';
import { localStore, type LocalStore } from '#platform/browser-storage/local-store.ts';

const key = 'regulars.news-read';

interface Dated {
  readonly day: Day;
}

export interface UnreadNews<Line> {
  readonly since: Day;
  readonly lines: readonly Line[];
}

/** The lines after the last one that was read here, and after the day on which the shop began. */
export function unreadNews<Line extends Dated>(
  news: readonly Line[],
  { begunOn, today }: { readonly begunOn: Day; readonly today: Day },
  store: LocalStore = localStore(),
): UnreadNews<Line> {
  const read = dayFrom(store.get(key) ?? '');
  const since = read !== undefined && read > begunOn ? read : begunOn;
  return { since, lines: news.filter(({ day }) => day > since && day <= today) };
}

export function markNewsRead(news: readonly Dated[], store: LocalStore = localStore()): void {
  const days = news.map(({ day }) => day).toSorted();
  const last = days.at(-1);
  if (last !== undefined) store.set(key, last);
}
