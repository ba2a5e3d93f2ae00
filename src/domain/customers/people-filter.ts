// Which people of the shop are meant, and the short name by which an address says so.

import { allSegments, type Segment } from '#domain/week/segment.ts';

/** When somebody was here last: within so many days, not for so many days, or not yet. */
export const seenFilters = ['here-30', 'away-30', 'away-90', 'away-365', 'not-yet'] as const;

/** What somebody may be sent or put up on; `no-post`: they said no to letters. */
export const reachFilters = ['post', 'email', 'text', 'wall', 'no-post'] as const;

export type SeenFilter = (typeof seenFilters)[number];
export type ReachFilter = (typeof reachFilters)[number];

/** Those to whom all of it applies; null asks nothing. */
export interface PeopleFilter {
  readonly segment: Segment | null;
  readonly seen: SeenFilter | null;
  readonly thanked: 'never' | null;
  readonly reach: ReachFilter | null;
  /** 1–12. */
  readonly birthMonth: number | null;
}

export const everybody: PeopleFilter = {
  segment: null,
  seen: null,
  thanked: null,
  reach: null,
  birthMonth: null,
};

const nameOfAll = 'all';

/** The filter in letters, digits and signs that an address may hold. */
export function formatPeopleFilter(filter: PeopleFilter): string {
  const { segment, seen, thanked, reach, birthMonth } = filter;
  const parts = [segment, seen, thanked, reach, birthMonth].map((part) => String(part ?? ''));
  return parts.every((part) => part === '') ? nameOfAll : parts.join('_');
}

/** The filter of that name. A part that nobody knows asks nothing. */
export function parsePeopleFilter(name: string): PeopleFilter {
  const [segment, seen, thanked, reach, month] = name.split('_');
  return {
    segment: allSegments.find((each) => each === segment) ?? null,
    seen: seenFilters.find((each) => each === seen) ?? null,
    thanked: thanked === 'never' ? 'never' : null,
    reach: reachFilters.find((each) => each === reach) ?? null,
    birthMonth: months.find((each) => String(each) === month) ?? null,
  };
}

const months: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);
