// The few people who are needed before everybody is read: whoever may be among the first answers to a letter at one hour, and among the
// likeliest of all. Chosen ahead by the same score that the Counter uses, from all histories; the Counter itself then puts these few in
// order for the very minute. They stand in for nobody: once everybody is read they are forgotten.

import type { CustomerId } from '#domain/customer.ts';
import { nameSearch } from '#domain/name-search.ts';
import { firstPeopleVersion, type FirstPeople, type FirstPerson } from './kept-first-people.ts';
import type { ArrivalTimes } from './models/arrivals-comings.ts';
import { plainScores, standingOf, type Standing } from './models/arrivals-standing.ts';
import {
  addHabits,
  noHabits,
  shopGapDays,
  usualFrom,
  type Usual,
} from './models/arrivals-usual.ts';
import { highestPlaces } from './numbers/highest-places.ts';

/** The middle of an hour for which people are chosen: a day number and a minute of that day. */
export interface ChosenMoment {
  readonly day: number;
  readonly minute: number;
}

/** So many answers to each letter are kept: more than there are tiles, for the order goes on moving between the minutes looked at. */
const answersKept = 16;
/** Somebody becomes due in the middle of an hour and passes many others: looked at from its beginning to its end. */
const minutesLooked = [-30, -10, 10, 29] as const;
const likeliestKept = 24;
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));

/** The first people of each moment, one moment after the other. `everybody` is everybody who was ever here. */
export function* firstPeopleAt(
  everybody: readonly FirstPerson[],
  moments: readonly ChosenMoment[],
): Generator<FirstPeople> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const search = nameSearch(() => []);
  for (const { card } of everybody) search.put(card);
  let known = knownOn(times, gapDays, moments[0]?.day ?? 0);
  for (const moment of moments) {
    // What changes only from day to day is worked out once a day.
    if (known.day !== moment.day) known = knownOn(times, gapDays, moment.day);
    const { usual, standings } = known;
    const people = new Set<FirstPerson>();
    for (const off of minutesLooked) {
      const scores = plainScores(standings, {
        day: moment.day,
        minute: moment.minute + off,
        usual,
      });
      for (const person of chosen(everybody, search, scores)) people.add(person);
    }
    yield { version: firstPeopleVersion, usual, people: [...people] };
  }
}

interface DayKnown {
  readonly day: number;
  readonly usual: Usual;
  readonly standings: readonly Standing[];
}

function knownOn(times: readonly ArrivalTimes[], gapDays: number, day: number): DayKnown {
  const sums = noHabits(gapDays);
  for (const own of times) addHabits(sums, own, { count: own.days.length, stamp: day * 1440 });
  const standings = times.map((own) => standingOf(own, { count: own.days.length, day, gapDays }));
  return { day, usual: usualFrom(sums), standings };
}

function chosen(
  everybody: readonly FirstPerson[],
  search: ReturnType<typeof nameSearch>,
  scores: Float64Array,
): readonly FirstPerson[] {
  const scoreOf = new Map(
    everybody.map(({ card }, place) => [card.id, scores[place] ?? -Infinity]),
  );
  const weightOf = (id: CustomerId): number => scoreOf.get(id) ?? -Infinity;
  const ids = new Set(
    letters.flatMap((letter) => search.find(letter, { limit: answersKept, weightOf })),
  );
  const likeliest = new Set(highestPlaces(scores, likeliestKept));
  return everybody.filter(({ card }, place) => ids.has(card.id) || likeliest.has(place));
}
