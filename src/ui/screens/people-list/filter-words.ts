import type { PeopleFilter, ReachFilter, SeenFilter } from '#domain/customers/people-filter.ts';
import { segmentName } from '#i18n/segments.ts';
import { monthNames } from '#i18n/story.ts';
import { m } from '#ui/messages.ts';

export const seenWords: Readonly<Record<SeenFilter, () => string>> = {
  'here-30': m.people_seen_here_30,
  'away-30': m.people_seen_away_30,
  'away-90': m.people_seen_away_90,
  'away-365': m.people_seen_away_365,
  'not-yet': m.people_seen_not_yet,
};

export const reachWords: Readonly<Record<ReachFilter, () => string>> = {
  post: m.people_reach_post,
  email: m.people_reach_email,
  text: m.people_reach_text,
  wall: m.people_reach_wall,
  'no-post': m.people_reach_no_post,
};

/** What the filter asks, one piece for each question; none for everybody. */
export function filterWords(filter: PeopleFilter): readonly string[] {
  const { segment, seen, thanked, reach, birthMonth } = filter;
  const month = birthMonth === null ? undefined : monthNames()[birthMonth - 1];
  return [
    segment === null ? '' : segmentName(segment),
    seen === null ? '' : seenWords[seen](),
    thanked === null ? '' : m.people_thanked_never(),
    reach === null ? '' : reachWords[reach](),
    month === undefined ? '' : m.people_birthday_in({ month }),
  ].filter((words) => words !== '');
}
