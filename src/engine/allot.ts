// Gives the week's money and pieces to those who stand out, most needed first, and never more than there is. Answers to feedback cost
// nothing and come first; then one place is kept for somebody who is not a big spender; then everybody in order.

import type { GestureKind } from '#domain/gesture.ts';
import type { History } from '#domain/history.ts';
import type { Settings } from '#domain/settings.ts';
import type { Suggestion } from '#domain/suggestion.ts';
import type { Day } from '#lib/day.ts';
import type { Candidate, LeftOut } from './candidates.ts';

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
export interface AllotSource {
  readonly candidates: readonly Candidate[];
  readonly settings: Settings;
  readonly promised: Promised;
  readonly week: Day;
}

export interface Allotment {
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: readonly LeftOut[];
}

/** Who gets a place, in the order of the candidates; everybody else with the limit that was reached at their turn. */
export function allotted({ candidates, settings, promised, week }: AllotSource): Allotment {
  const budget = {
    money: settings.budgetMoney - promised.money,
    pieces: settings.budgetPieces - promised.pieces,
  };
  const first = settings.reservedPlace && !promised.reserved ? reservedFor(candidates) : undefined;
  const turns =
    first === undefined ? candidates : [first, ...candidates.filter((each) => each !== first)];
  const suggestions = new Map<Candidate, Suggestion>();
  const leftOut: LeftOut[] = [];
  for (const turn of turns) {
    const place = turn.isAnswer ? 'answer' : turn === first ? 'reserved' : 'open';
    const suggestion = suggestionOf(turn, { place, settings, week });
    const bar = turn.isAnswer ? undefined : limitReached(suggestion.cost, budget, settings);
    if (bar === undefined) {
      suggestions.set(turn, suggestion);
      budget.money -= suggestion.cost;
      budget.pieces -= turn.isAnswer ? 0 : 1;
    } else {
      leftOut.push({ ...turn, kind: 'left-out', bar });
    }
  }
  return { suggestions: candidates.flatMap((each) => suggestions.get(each) ?? []), leftOut };
}

// A newcomer first, who would otherwise come last; else somebody who spreads the word.
function reservedFor(candidates: readonly Candidate[]): Candidate | undefined {
  const cards = candidates.filter((each) => !each.isAnswer);
  return (
    cards.find((each) => each.forReserved === 'newcomer') ??
    cards.find((each) => each.forReserved === 'advocate')
  );
}

interface Budget {
  readonly money: number;
  readonly pieces: number;
}

function limitReached(
  cost: number,
  budget: Budget,
  settings: Settings,
): LeftOut['bar'] | undefined {
  if (budget.pieces < 1) return { rule: 'places-full', pieces: settings.budgetPieces };
  return cost > budget.money
    ? { rule: 'over-budget', cost, left: Math.max(0, budget.money) }
    : undefined;
}

interface Place {
  readonly place: Suggestion['place'];
  readonly settings: Settings;
  readonly week: Day;
}

function suggestionOf(candidate: Candidate, { place, settings, week }: Place): Suggestion {
  const { customerId, name, gesture, reasons, kinds, score } = candidate;
  return {
    customerId,
    name,
    gesture,
    cost: costOf(gesture, settings),
    words: gesture === 'offer' ? settings.offerWords : '',
    reasons: place === 'reserved' ? [...reasons, { code: 'reserved-place', week }] : reasons,
    kinds,
    place,
    score,
  };
}

/** What a gesture costs in this shop, in minor units; a word costs nothing. */
export function costOf(
  gesture: GestureKind,
  { cardCost, offerCost }: Pick<Settings, 'cardCost' | 'offerCost'>,
): number {
  return { card: cardCost, offer: offerCost, word: 0 }[gesture];
}
