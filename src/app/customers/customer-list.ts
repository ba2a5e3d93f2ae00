// Whom the list of people shows: the likeliest first, or those who answer to what was typed.

import { byAge } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { stampDay } from '#domain/visits/history.ts';
import { dayAt, type Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { deskOf } from '#app/counter/counter-store.ts';
import type { Person, Roster } from './roster.ts';

/** What is asked of the list: the letters typed, and how many people are shown at most. */
export interface PeopleRequest {
  readonly typed: string;
  readonly limit: number;
}

/** The people of the list in its order. Nothing typed gives everybody, the likeliest first. */
export function peopleListed(
  { deps, roster, settings }: PeopleSource,
  { typed, limit }: PeopleRequest,
): readonly Person[] {
  const { likely } = deskOf(deps, roster, settings);
  const isFinding = typed.trim() !== '';
  const ids = isFinding ? likely.found(typed) : likely.first(limit);
  const people = ids.flatMap((id) => roster.person(id) ?? []);
  return isFinding || people.length >= limit
    ? people
    : [...people, ...cardsBeside(people, roster)].slice(0, limit);
}

// Of people who never came in nothing can be likely: they stand at the end, the latest card first.
function cardsBeside(people: readonly Person[], roster: Roster): readonly Person[] {
  const listed = new Set(people.map((person) => person.id));
  return [...roster.people().values()]
    .filter((person) => !listed.has(person.id))
    .toSorted((a, b) => byAge(b.card, a.card));
}

/** Where the list comes from. */
export interface PeopleSource {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly settings: Settings;
}

/** Resolves when everybody of the roster can be found: at once in a small shop, a moment after the start of a large one. */
export async function whenPeopleRead({ deps, roster, settings }: PeopleSource): Promise<void> {
  await deskOf(deps, roster, settings).likely.whenRead;
}

/** The day somebody was last seen, buying or looking, or null. */
export function lastSeenOn({ history }: Person): Day | null {
  const stamp = history.stamps[history.stamps.length - 1] ?? history.older.last;
  return stamp < 0 ? null : dayAt(stampDay(stamp));
}
