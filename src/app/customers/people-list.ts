// Who is meant by a filter, from A to Z. Everybody is in memory: no table is read. In a large shop
// it is long work, so it is done in pieces.

import type { PeopleFilter, ReachFilter, SeenFilter } from '#domain/customers/people-filter.ts';
import { birthdayOf } from '#domain/customers/customer.ts';
import {
  isPermitted,
  latestPermission,
  type PermissionQuestion,
} from '#domain/customers/permission.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { addDays, type Day } from '#lib/day.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import { sortInSteps } from '#lib/sort-in-steps.ts';
import { forEachInChunks, yieldToMain } from '#app/counter/chunks.ts';
import { lastSeenOn } from './customer-list.ts';
import type { Roster, RosterEntry } from './roster.ts';
import type { SegmentIndex } from './segment-index.ts';

export interface PeopleListRequest {
  readonly filter: PeopleFilter;
  /** Only asked when the filter names a segment. */
  readonly segments: SegmentIndex | null;
  readonly today: Day;
  /** Whose alphabet it is. */
  readonly locale: string;
}

/** Everybody the filter means, by name; null once `isOver` says that nobody waits any more. */
export async function listPeople(
  roster: Roster,
  request: PeopleListRequest,
  isOver: () => boolean,
): Promise<readonly RosterEntry[] | null> {
  const meant: RosterEntry[] = [];
  const isDone = await forEachInChunks(
    [...roster.people().values()],
    (person) => {
      if (isMeant(person, request)) meant.push(person);
    },
    isOver,
  );
  if (!isDone) return null;
  const { compare } = new Intl.Collator(request.locale, { numeric: true });
  const sorted = await sortInSteps(
    meant,
    (a, b) => compare(a.customer.name, b.customer.name) || compareCodePoints(a.id, b.id),
    yieldToMain,
  );
  return isOver() ? null : sorted;
}

export interface PeopleSection {
  /** The letter that the names begin with; `#` for digits and signs. */
  readonly letter: string;
  readonly people: readonly RosterEntry[];
}

/** Sorted people under the letters that their names begin with. */
export function sectionsByLetter(people: readonly RosterEntry[]): readonly PeopleSection[] {
  const sections: { letter: string; people: RosterEntry[] }[] = [];
  for (const person of people) {
    const letter = letterOf(person.customer.name);
    const last = sections.at(-1);
    if (last?.letter === letter) last.people.push(person);
    else sections.push({ letter, people: [person] });
  }
  return sections;
}

function letterOf(name: string): string {
  const [first = ''] = normalizeText(name.trim()).match(/^\p{Letter}\p{Mark}*/u) ?? [];
  return first === '' ? '#' : first.toUpperCase();
}

function isMeant(person: RosterEntry, { filter, segments, today }: PeopleListRequest): boolean {
  const { segment, seen, thanked, reach, birthMonth } = filter;
  return (
    (seen === null || isSeen(person, seen, today)) &&
    (thanked === null || !wasThanked(person)) &&
    (reach === null || isReached(person, reach)) &&
    (birthMonth === null || Number(birthdayOf(person.customer)?.slice(0, 2)) === birthMonth) &&
    (segment === null || isInSegment(person, segment, segments))
  );
}

function isInSegment(
  { id }: RosterEntry,
  segment: NonNullable<PeopleFilter['segment']>,
  segments: SegmentIndex | null,
): boolean {
  return segments?.segmentsOf(id).some((each) => each.segment === segment) ?? false;
}

const daysBack: Readonly<Record<Exclude<SeenFilter, 'not-yet'>, number>> = {
  'here-30': 30,
  'away-30': 30,
  'away-90': 90,
  'away-365': 365,
};

function isSeen(person: RosterEntry, seen: SeenFilter, today: Day): boolean {
  const day = lastSeenOn(person);
  if (seen === 'not-yet' || day === null) return seen === 'not-yet' && day === null;
  const isRecent = day > addDays(today, -daysBack[seen]);
  return seen === 'here-30' ? isRecent : !isRecent;
}

function wasThanked({ history }: RosterEntry): boolean {
  return history.gestures.some(({ handedOver }) => handedOver !== null);
}

function isReached({ customer }: RosterEntry, reach: ReachFilter): boolean {
  if (reach === 'no-post')
    return latestPermission(customer.permissions, questions.post)?.answer === 'no';
  return isPermitted(customer, questions[reach]);
}

const questions = {
  post: { purpose: 'thanks', way: 'post' },
  email: { purpose: 'news', way: 'email' },
  text: { purpose: 'news', way: 'text' },
  wall: { purpose: 'wall', way: 'shop' },
} as const satisfies Record<Exclude<ReachFilter, 'no-post'>, PermissionQuestion>;
