// Gives the week's money and pieces where they do most good, and never more than there is. Answers to feedback cost nothing and come first;
// then one place is kept for somebody who is not a big spender; then comes the best use of what is left.

import type { GestureKind } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { LearnedCounts, Suggestion } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import type { Candidate, LeftOut } from './candidates.ts';
import type { GestureEffect } from '#engine/experiments/effects.ts';
import type { GoodSource } from './expected-value.ts';
import { bestUse, type Purse } from './knapsack.ts';
import { isDrawn, isInDraw } from './hold-out.ts';

/** What is promised already in a week: accepted and not taken back or passed over. Money in minor units. */
export interface Promised {
  readonly money: number;
  readonly pieces: number;
  /** Whether this week's kept place was given already. */
  readonly reserved: boolean;
}

/** The sum of what was decided in the week that begins with `week`. Words cost nothing and are no pieces. */
export function promisedIn(histories: readonly History[], week: Day): Promised {
  let promised: Promised = { money: 0, pieces: 0, reserved: false };
  for (const { gestures } of histories) {
    for (const { week: decidedIn, state, kind, cost, reasons } of gestures) {
      if (decidedIn !== week || state === 'skipped' || state === 'taken-back') continue;
      promised = {
        money: promised.money + cost,
        pieces: promised.pieces + (kind === 'word' ? 0 : 1),
        reserved:
          promised.reserved ||
          reasons.some((reason) => reason.code === 'reserved-place' && reason.week === week),
      };
    }
  }
  return promised;
}

/** Candidates in the order of the list, and what the week has for them. */
export interface AllotSource extends GoodSource {
  readonly candidates: readonly Candidate[];
  readonly settings: Settings;
  readonly promised: Promised;
  readonly week: Day;
  /** The shop that draws the lot, or null when nobody is drawn. */
  readonly lotOf: string | null;
}

export interface Allotment {
  readonly suggestions: readonly Suggestion[];
  readonly heldOut: readonly Suggestion[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Who gets a place, in the order of the candidates: answers, the kept place, and of all others those who make the greatest sum of expected good
 * within the money and the pieces. Everybody else is left out with the limit that was reached.
 */
export function allotted(source: AllotSource): Allotment {
  const { candidates, settings, promised } = source;
  const purse = {
    money: settings.budgetMoney - promised.money,
    pieces: settings.budgetPieces - promised.pieces,
  };
  const given = new Map<Candidate, Given>();
  for (const each of candidates) if (each.isAnswer) given.set(each, answer);
  const kept = settings.reservedPlace && !promised.reserved ? reservedFor(candidates) : undefined;
  const first = kept === undefined ? [] : bestOf([kept], purse, source);
  for (const [each, gesture] of first) given.set(each, { place: 'reserved', gesture });
  const others = candidates.filter((each) => !each.isAnswer && each !== kept);
  for (const [each, gesture] of bestOf(others, leftIn(purse, given, settings), source))
    given.set(each, { place: 'open', gesture });
  return {
    ...drawn(given, source),
    leftOut: leftOutOf(source, given, leftIn(purse, given, settings)),
  };
}

interface Given {
  readonly place: Suggestion['place'];
  readonly gesture: GestureKind;
}

const answer: Given = { place: 'answer', gesture: 'word' };

// A newcomer first, who would otherwise come last; else somebody who spreads the word.
function reservedFor(candidates: readonly Candidate[]): Candidate | undefined {
  const cards = candidates.filter((each) => !each.isAnswer);
  return (
    cards.find((each) => each.forReserved === 'newcomer') ??
    cards.find((each) => each.forReserved === 'advocate')
  );
}

function bestOf(
  candidates: readonly Candidate[],
  purse: Purse,
  { settings, params }: Pick<AllotSource, 'settings' | 'params'>,
): readonly (readonly [Candidate, GestureKind])[] {
  const gestures = candidates.map(waysOf);
  const ways = candidates.map((each, index) =>
    (gestures[index] ?? []).map((gesture) => {
      const short = gesture === each.gesture ? 0 : params.cardInstead;
      // Everybody here stands out: a place given is always better than a place kept back.
      const good = Math.max(1, each.gain * (each.score - short));
      return { good, cost: costOf(gesture, settings) };
    }),
  );
  return bestUse(ways, purse).flatMap((way, index) => {
    const [candidate, gesture] = [candidates[index], gestures[index]?.[way ?? -1]];
    return candidate === undefined || gesture === undefined ? [] : [[candidate, gesture] as const];
  });
}

// Where the money does not reach for an offer, a card says as kindly that somebody is missed.
function waysOf({ gesture }: Candidate): readonly GestureKind[] {
  return gesture === 'offer' ? ['offer', 'card'] : [gesture];
}

function leftIn(purse: Purse, given: ReadonlyMap<Candidate, Given>, settings: Settings): Purse {
  let { money, pieces } = purse;
  for (const { gesture } of given.values()) {
    money -= costOf(gesture, settings);
    pieces -= gesture === 'word' ? 0 : 1;
  }
  return { money, pieces };
}

function leftOutOf(
  { candidates, settings }: AllotSource,
  given: ReadonlyMap<Candidate, Given>,
  left: Purse,
): readonly LeftOut[] {
  return candidates
    .filter((each) => !given.has(each))
    .map((each) => {
      const cost = Math.min(...waysOf(each).map((gesture) => costOf(gesture, settings)));
      const bar: LeftOut['bar'] =
        left.pieces < 1
          ? { rule: 'places-full', pieces: settings.budgetPieces }
          : { rule: 'over-budget', cost, left: Math.max(0, left.money) };
      const { customerId, name, firstDay, score } = each;
      return { kind: 'left-out', customerId, name, firstDay, bar, score };
    });
}

// What the lot saves is not given to others: that would change the very week that is to be compared.
function drawn(
  given: ReadonlyMap<Candidate, Given>,
  source: AllotSource,
): Pick<Allotment, 'suggestions' | 'heldOut'> {
  const { candidates, week, params, lotOf: shopId } = source;
  const suggestions: Suggestion[] = [];
  const heldOut: Suggestion[] = [];
  for (const each of candidates) {
    const got = given.get(each);
    if (got === undefined) continue;
    const { customerId, occasion } = each;
    const isOut =
      shopId !== null &&
      isInDraw(got.place, occasion) &&
      isDrawn({ shopId, week, customerId }, params.drawnShare);
    (isOut ? heldOut : suggestions).push(suggestionOf(each, got, source));
  }
  return { suggestions, heldOut };
}

function suggestionOf(
  candidate: Candidate,
  { place, gesture }: Given,
  { settings, week, effects }: AllotSource,
): Suggestion {
  const { customerId, name, reasons, kinds, score, occasion, isInFocus, advice } = candidate;
  const isOffer = gesture === 'offer';
  return {
    customerId,
    name,
    gesture,
    cost: costOf(gesture, settings),
    words: isOffer ? settings.offerWords : '',
    reasons: place === 'reserved' ? [...reasons(), { code: 'reserved-place', week }] : reasons(),
    kinds,
    place,
    score,
    advice: isOffer ? advice() : null,
    learned: occasion === null ? null : learnedOf(effects?.byReason.get(occasion)),
    isInFocus,
  };
}

function learnedOf(effect: GestureEffect | undefined): LearnedCounts | null {
  if (effect === undefined || !effect.isShown) return null;
  const { given, cameBack, compared, comparedBack } = effect;
  return { given, cameBack, compared, comparedBack };
}

/** What a gesture costs in this shop, in minor units; a word costs nothing. */
export function costOf(
  gesture: GestureKind,
  { cardCost, offerCost }: Pick<Settings, 'cardCost' | 'offerCost'>,
): number {
  return { card: cardCost, offer: offerCost, word: 0 }[gesture];
}
