// The few people that a start needs before everybody is read: the likeliest of all, and the
// likeliest matches of each first letter, for one half hour. They are chosen ahead from all
// histories, minute by minute, in the Counter's own order. Once everybody is read the set is
// dropped.

import type { SearchableCustomer } from '#domain/customers/name-search.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import { startupSetVersion, slotMinutes, type StartupSet } from './startup-set.ts';
import type { ArrivalTimes } from './visit-times.ts';
import { arrivalStateOf, type ArrivalOrder, type ArrivalState } from './state.ts';
import {
  addToBaseline,
  emptyBaseline,
  shopGapDays,
  baselineFrom,
  type ShopBaseline,
} from './baseline.ts';
import { topK } from '#engine/math/top-k.ts';

/** What the search and the score need to know of somebody. */
export interface StartupCandidate {
  readonly card: SearchableCustomer;
  readonly times: ArrivalTimes;
}

/** The half hour for which people are chosen: a day number and its first minute of the day. */
export interface StartupSlot {
  readonly day: number;
  readonly minute: number;
}

/** Matches kept for each letter: more than there are tiles, for the order moves between samples. */
const maxAnswers = 16;
/** Somebody may become due within the half hour and pass many others: sampled throughout. */
const sampledMinutes = [0, 10, 20, slotMinutes] as const;
const maxLikeliest = 24;
/** The Latin letters and the digits; of other scripts the commonest. */
const maxLetters = 36;

/** The startup set of each of `slots`, in the order of the tiles. */
export function* startupSetsAt(
  everybody: readonly StartupCandidate[],
  slots: readonly StartupSlot[],
  order: ArrivalOrder,
): Generator<StartupSet> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const matches = letterMatchesOf(everybody);
  let dayState = dayStateOn(times, gapDays, slots[0]?.day ?? 0);
  for (const slot of slots) {
    // What changes only from day to day is computed once a day.
    if (dayState.day !== slot.day) dayState = dayStateOn(times, gapDays, slot.day);
    const indexes = new Set<number>();
    for (const off of sampledMinutes) {
      for (const index of chosenAt({ matches, order, dayState, minute: slot.minute + off }))
        indexes.add(index);
    }
    yield startupSetFrom(
      everybody,
      [...indexes].toSorted((a, b) => a - b),
      { order, dayState, minute: slot.minute },
    );
  }
}

interface DayState {
  readonly day: number;
  readonly baseline: ShopBaseline;
  readonly states: readonly ArrivalState[];
  /** Chosen at the minutes sampled already: one half hour ends where the next begins. */
  readonly chosenByMinute: Map<number, readonly number[]>;
}

interface Selection {
  readonly matches: readonly LetterMatches[];
  readonly order: ArrivalOrder;
  readonly dayState: DayState;
  readonly minute: number;
}

function dayStateOn(times: readonly ArrivalTimes[], gapDays: number, day: number): DayState {
  const sums = emptyBaseline(gapDays);
  for (const own of times)
    addToBaseline(sums, own, { count: own.days.length, epochMinute: day * 1440 });
  const states = times.map((own) => arrivalStateOf(own, { count: own.days.length, day, gapDays }));
  return { day, baseline: baselineFrom(sums), states, chosenByMinute: new Map() };
}

/** Whose names, or else cues, begin with one letter. A search puts names first. */
interface LetterMatches {
  readonly byName: number[];
  readonly byCue: number[];
}

// From the cards alone: a search among everybody for each letter and minute would take a large shop
// half a minute.
function letterMatchesOf(everybody: readonly StartupCandidate[]): readonly LetterMatches[] {
  const matches = new Map<string, LetterMatches>();
  const of = (letter: string): LetterMatches => {
    const found = matches.get(letter) ?? { byName: [], byCue: [] };
    matches.set(letter, found);
    return found;
  };
  for (const [index, { card }] of everybody.entries()) {
    const names = firstLetters([card.name, ...card.alsoCalled]);
    for (const letter of names) of(letter).byName.push(index);
    for (const letter of firstLetters([card.cue]))
      if (!names.has(letter)) of(letter).byCue.push(index);
  }
  // A script of a thousand letters would include everybody.
  return [...matches.values()]
    .toSorted((a, b) => b.byName.length - a.byName.length)
    .slice(0, maxLetters);
}

function firstLetters(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(normalizedWords).map((word) => word.charAt(0)));
}

function chosenAt({ matches, order, dayState, minute }: Selection): readonly number[] {
  const { day, baseline, states, chosenByMinute } = dayState;
  const before = chosenByMinute.get(minute);
  if (before !== undefined) return before;
  const scores = order(states, { day, minute, baseline });
  const chosen = new Set(topK(scores, maxLikeliest));
  for (const { byName, byCue } of matches) {
    const named = likeliestOf(byName, scores, maxAnswers);
    const others = likeliestOf(byCue, scores, maxAnswers - named.length);
    for (const index of [...named, ...others]) chosen.add(index);
  }
  chosenByMinute.set(minute, [...chosen]);
  return [...chosen];
}

function likeliestOf(
  indexes: readonly number[],
  scores: Float64Array,
  count: number,
): readonly number[] {
  const theirs = Float64Array.from(indexes, (position) => scores[position] ?? -Infinity);
  return topK(theirs, count).flatMap((index) => indexes[index] ?? []);
}

function startupSetFrom(
  everybody: readonly StartupCandidate[],
  indexes: readonly number[],
  { order, dayState: { day, baseline, states }, minute }: Omit<Selection, 'matches'>,
): StartupSet {
  const cards = indexes.flatMap((index) => everybody[index]?.card ?? []);
  const theirs = indexes.flatMap((index) => states[index] ?? []);
  const orders = new Uint16Array(slotMinutes * cards.length);
  for (let passed = 0; passed < slotMinutes; passed += 1) {
    const scores = order(theirs, { day, minute: minute + passed, baseline });
    orders.set(inOrder(cards, scores), passed * cards.length);
  }
  return { version: startupSetVersion, cards, orders };
}

// Ties by id, as in every search.
function inOrder(cards: readonly SearchableCustomer[], scores: Float64Array): readonly number[] {
  return cards
    .map((_, index) => index)
    .toSorted(
      (a, b) =>
        (scores[b] ?? 0) - (scores[a] ?? 0) ||
        ((cards[a]?.id ?? '') < (cards[b]?.id ?? '') ? -1 : 1),
    );
}
