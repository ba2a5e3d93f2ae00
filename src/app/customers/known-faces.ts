import type { KnownFace } from '#domain/doubles/name-cards.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { evenWeek, weekdayHabitOf } from '#engine/profile/habits.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { lastSeenOn } from './customer-list.ts';
import type { Roster } from './roster.ts';

/** Everybody with what the cards to learn names by are made of. */
export function knownFaces(roster: Roster, today: Day): readonly KnownFace[] {
  return [...roster.people().values()].map((person) => ({
    customer: person.customer,
    lastSeen: lastSeenOn(person),
    weekday:
      weekdayHabitOf(visitDaysOf(person.history, dayNumber(today)), evenWeek)?.weekday ?? null,
  }));
}
