// The few people who are needed before everybody is read: whoever may be among the first answers to a letter in one half hour, and among the
// likeliest of all. Chosen ahead in the same order that the Counter uses, from all histories, minute by minute. They stand in for nobody: once
// everybody is read they are forgotten.

import type { Findable } from '#domain/customers/name-search.ts';
import { foldedWords } from '#lib/normalize-text.ts';
import { firstPeopleVersion, slotMinutes, type FirstPeople } from './startup-set.ts';
import type { ArrivalTimes } from './visit-times.ts';
import { standingOf, type ArrivalOrder, type Standing } from './state.ts';
import { addHabits, noHabits, shopGapDays, usualFrom, type Usual } from './baseline.ts';
import { highestPlaces } from '#engine/math/top-k.ts';

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
/** The Latin letters and the digits; of other scripts the commonest. */
const mostLetters = 36;

/** The first people of each half hour in the order that the tiles go by, one after the other. `everybody` is everybody who was ever here. */
export function* firstPeopleAt(
  everybody: readonly FirstPerson[],
  slots: readonly ChosenSlot[],
  order: ArrivalOrder,
): Generator<FirstPeople> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const answers = answersIn(everybody);
  let known = knownOn(times, gapDays, slots[0]?.day ?? 0);
  for (const slot of slots) {
    // What changes only from day to day is worked out once a day.
    if (known.day !== slot.day) known = knownOn(times, gapDays, slot.day);
    const places = new Set<number>();
    for (const off of minutesLooked) {
      for (const place of chosenAt({ answers, order, known, minute: slot.minute + off }))
        places.add(place);
    }
    yield kept(
      everybody,
      [...places].toSorted((a, b) => a - b),
      { order, known, minute: slot.minute },
    );
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
  readonly answers: readonly Answers[];
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

/** The places of those who answer to one first letter. A search puts names before everything else. */
interface Answers {
  readonly byName: number[];
  readonly byCue: number[];
}

// Told by the cards alone: to search among everybody for each letter of each minute would take a large shop half a minute.
function answersIn(everybody: readonly FirstPerson[]): readonly Answers[] {
  const answers = new Map<string, Answers>();
  const of = (letter: string): Answers => {
    const known = answers.get(letter) ?? { byName: [], byCue: [] };
    answers.set(letter, known);
    return known;
  };
  for (const [place, { card }] of everybody.entries()) {
    const names = firstLetters([card.name, ...card.alsoCalled]);
    for (const letter of names) of(letter).byName.push(place);
    for (const letter of firstLetters([card.cue]))
      if (!names.has(letter)) of(letter).byCue.push(place);
  }
  // A script of a thousand letters would bring in everybody.
  return [...answers.values()]
    .toSorted((a, b) => b.byName.length - a.byName.length)
    .slice(0, mostLetters);
}

function firstLetters(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(foldedWords).map((word) => word.charAt(0)));
}

function chosenAt({ answers, order, known, minute }: Looking): readonly number[] {
  const { day, usual, standings, looked } = known;
  const before = looked.get(minute);
  if (before !== undefined) return before;
  const scores = order(standings, { day, minute, usual });
  const chosen = new Set(highestPlaces(scores, likeliestKept));
  for (const { byName, byCue } of answers) {
    const named = likeliestOf(byName, scores, answersKept);
    const others = likeliestOf(byCue, scores, answersKept - named.length);
    for (const place of [...named, ...others]) chosen.add(place);
  }
  looked.set(minute, [...chosen]);
  return [...chosen];
}

function likeliestOf(
  places: readonly number[],
  scores: Float64Array,
  count: number,
): readonly number[] {
  const theirs = Float64Array.from(places, (place) => scores[place] ?? -Infinity);
  return highestPlaces(theirs, count).flatMap((index) => places[index] ?? []);
}

function kept(
  everybody: readonly FirstPerson[],
  places: readonly number[],
  { order, known: { day, usual, standings }, minute }: Omit<Looking, 'answers'>,
): FirstPeople {
  const cards = places.flatMap((place) => everybody[place]?.card ?? []);
  const theirs = places.flatMap((place) => standings[place] ?? []);
  const orders = new Uint16Array(slotMinutes * cards.length);
  for (let passed = 0; passed < slotMinutes; passed += 1) {
    const scores = order(theirs, { day, minute: minute + passed, usual });
    orders.set(inOrder(cards, scores), passed * cards.length);
  }
  return { version: firstPeopleVersion, cards, orders };
}

// Equals by id, as in every search.
function inOrder(cards: readonly Findable[], scores: Float64Array): readonly number[] {
  return cards
    .map((_, place) => place)
    .toSorted(
      (a, b) =>
        (scores[b] ?? 0) - (scores[a] ?? 0) ||
        ((cards[a]?.id ?? '') < (cards[b]?.id ?? '') ? -1 : 1),
    );
}
