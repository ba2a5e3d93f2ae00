// The few people who are needed before everybody is read: whoever may be among the first answers to a letter in one half hour, and among the
// likeliest of all. Chosen ahead in the same order that the Counter uses, from all histories, minute by minute. They stand in for nobody: once
// everybody is read they are forgotten.

import type { CustomerId } from '#domain/customer.ts';
import { nameSearch, type Findable } from '#domain/name-search.ts';
import { firstPeopleVersion, slotMinutes, type FirstPeople } from './kept-first-people.ts';
import type { ArrivalTimes } from './models/arrivals-comings.ts';
import { standingOf, type ArrivalOrder, type Standing } from './models/arrivals-standing.ts';
import {
  addHabits,
  noHabits,
  shopGapDays,
  usualFrom,
  type Usual,
} from './models/arrivals-usual.ts';
import { highestPlaces } from './numbers/highest-places.ts';

/** Somebody as far as the search and the score of who comes now need to know them. */
export interface FirstPerson {
  readonly card: Findable;
  readonly times: ArrivalTimes;
}

/** The half hour for which people are chosen: a day number and the minute of that day at which it begins. */
export interface ChosenSlot {
  readonly day: number;
  readonly minute: number;
}

/** So many answers to each letter are kept: more than there are tiles, for the order goes on moving between the minutes looked at. */
const answersKept = 16;
/** Somebody becomes due within the half hour and passes many others: looked at from its beginning to its end. */
const minutesLooked = [0, 10, 20, slotMinutes] as const;
const likeliestKept = 24;
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));

/** The first people of each half hour in the order that the tiles go by, one after the other. `everybody` is everybody who was ever here. */
export function* firstPeopleAt(
  everybody: readonly FirstPerson[],
  slots: readonly ChosenSlot[],
  order: ArrivalOrder,
): Generator<FirstPeople> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const search = nameSearch(() => []);
  for (const { card } of everybody) search.put(card);
  let known = knownOn(times, gapDays, slots[0]?.day ?? 0);
  for (const slot of slots) {
    // What changes only from day to day is worked out once a day.
    if (known.day !== slot.day) known = knownOn(times, gapDays, slot.day);
    const places = new Set<number>();
    for (const off of minutesLooked) {
      for (const place of chosenAt(everybody, { search, order, known, minute: slot.minute + off }))
        places.add(place);
    }
    yield kept(everybody, [...places], { order, known, minute: slot.minute });
  }
}

interface DayKnown {
  readonly day: number;
  readonly usual: Usual;
  readonly standings: readonly Standing[];
  /** Who was chosen at the minutes looked at already: one half hour ends where the next begins. */
  readonly looked: Map<number, readonly number[]>;
}

interface Looking {
  readonly search: ReturnType<typeof nameSearch>;
  readonly order: ArrivalOrder;
  readonly known: DayKnown;
  readonly minute: number;
}

function knownOn(times: readonly ArrivalTimes[], gapDays: number, day: number): DayKnown {
  const sums = noHabits(gapDays);
  for (const own of times) addHabits(sums, own, { count: own.days.length, stamp: day * 1440 });
  const standings = times.map((own) => standingOf(own, { count: own.days.length, day, gapDays }));
  return { day, usual: usualFrom(sums), standings, looked: new Map() };
}

function chosenAt(
  everybody: readonly FirstPerson[],
  { search, order, known, minute }: Looking,
): readonly number[] {
  const before = known.looked.get(minute);
  if (before !== undefined) return before;
  const { day, usual, standings, looked } = known;
  const scores = order(standings, { day, minute, usual });
  const chosen = chosenBy(everybody, search, scores);
  looked.set(minute, chosen);
  return chosen;
}

function chosenBy(
  everybody: readonly FirstPerson[],
  search: Looking['search'],
  scores: Float64Array,
): readonly number[] {
  const scoreOf = new Map(
    everybody.map(({ card }, place) => [card.id, scores[place] ?? -Infinity]),
  );
  const weightOf = (id: CustomerId): number => scoreOf.get(id) ?? -Infinity;
  const ids = new Set(
    letters.flatMap((letter) => search.find(letter, { limit: answersKept, weightOf })),
  );
  const likeliest = new Set(highestPlaces(scores, likeliestKept));
  return everybody.flatMap(({ card }, place) =>
    ids.has(card.id) || likeliest.has(place) ? [place] : [],
  );
}

function kept(
  everybody: readonly FirstPerson[],
  places: readonly number[],
  { order, known: { day, usual, standings }, minute }: Omit<Looking, 'search'>,
): FirstPeople {
  const cards = places.flatMap((place) => everybody[place]?.card ?? []);
  const theirs = places.flatMap((place) => standings[place] ?? []);
  const orders = new Uint16Array(slotMinutes * cards.length);
  for (let passed = 0; passed < slotMinutes; passed += 1) {
    const scores = order(theirs, { day, minute: minute + passed, usual });
    orders.set(likeliestOf(cards, scores), passed * cards.length);
  }
  return { version: firstPeopleVersion, cards, orders };
}

// Equals by id, as in every search.
function likeliestOf(cards: readonly Findable[], scores: Float64Array): readonly number[] {
  return cards
    .map((_, place) => place)
    .toSorted(
      (a, b) =>
        (scores[b] ?? 0) - (scores[a] ?? 0) ||
        ((cards[a]?.id ?? '') < (cards[b]?.id ?? '') ? -1 : 1),
    );
}
