// Spends the week's money and pieces where they do most good, and never more than there is. Answers
// to feedback cost nothing and come first; then one place is reserved for somebody who is not a big
// spender; then comes the best use of what remains.

import type { PlannedKind } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { LearnedCounts, Suggestion } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import type { Candidate, Excluded } from './candidates.ts';
import type { GestureEffect } from '#engine/experiments/effects.ts';
import type { UpliftSource } from './expected-value.ts';
import { maximiseValue, type Budget } from './maximise-value.ts';
import { isHeldOut, isHoldOutEligible } from './hold-out.ts';

/** What is promised already in a week, in minor units: accepted, and not taken back or skipped. */
export interface Committed {
  readonly money: number;
  readonly pieces: number;
  /** Whether this week's reserved place was given already. */
  readonly reserved: boolean;
}

/** The sum of what was decided in the week that begins with `week`. Words are free. */
export function committedIn(histories: readonly History[], week: Day): Committed {
  let committed: Committed = { money: 0, pieces: 0, reserved: false };
  for (const { gestures } of histories) {
    for (const { week: decidedIn, state, kind, cost, reasons } of gestures) {
      if (decidedIn !== week || state === 'skipped' || state === 'taken-back') continue;
      committed = {
        money: committed.money + cost,
        pieces: committed.pieces + (kind === 'word' ? 0 : 1),
        reserved:
          committed.reserved ||
          reasons.some((reason) => reason.code === 'reserved-place' && reason.week === week),
      };
    }
  }
  return committed;
}

/** Candidates in the order of the list, and what the week has for them. */
export interface AllocationSource extends UpliftSource {
  readonly candidates: readonly Candidate[];
  readonly settings: Settings;
  readonly committed: Committed;
  readonly week: Day;
  /** The shop whose hold-out is on, or null. */
  readonly holdOutShopId: string | null;
}

export interface WeekAllocation {
  readonly suggestions: readonly Suggestion[];
  readonly heldOut: readonly Suggestion[];
  readonly excluded: readonly Excluded[];
}

/**
 * Who gets a place: answers, the reserved place, and of all others those with the greatest sum of
 * expected value within money and pieces. Everybody else is excluded with the limit that was
 * reached.
 */
export function allocate(source: AllocationSource): WeekAllocation {
  const { candidates, settings, committed } = source;
  const allocations = new Map<Candidate, Allocation>();
  for (const each of candidates) if (each.isAnswer) allocations.set(each, answer);
  const fill = (place: Allocation['place'], among: readonly Candidate[]): void => {
    const best = bestAllocations(among, unspent(source, allocations), source);
    for (const [each, gesture] of best) allocations.set(each, { place, gesture });
  };
  const reserved = settings.reservedPlace && !committed.reserved ? reservedFor(candidates) : null;
  if (reserved !== null) fill('reserved', [reserved]);
  fill(
    'open',
    candidates.filter((each) => !each.isAnswer && each !== reserved),
  );
  return { ...splitHoldOut(allocations, source), excluded: excludedFrom(source, allocations) };
}

interface Allocation {
  readonly place: Suggestion['place'];
  readonly gesture: PlannedKind;
}

const answer: Allocation = { place: 'answer', gesture: 'word' };

// A newcomer first, who would otherwise come last; else somebody who spreads the word.
function reservedFor(candidates: readonly Candidate[]): Candidate | null {
  const cards = candidates.filter((each) => !each.isAnswer);
  return (
    cards.find((each) => each.reservedRole === 'newcomer') ??
    cards.find((each) => each.reservedRole === 'advocate') ??
    null
  );
}

function bestAllocations(
  candidates: readonly Candidate[],
  budget: Budget,
  { settings, params }: Pick<AllocationSource, 'settings' | 'params'>,
): readonly (readonly [Candidate, PlannedKind])[] {
  const gestures = candidates.map(optionsFor);
  const options = candidates.map((each, index) =>
    (gestures[index] ?? []).map((gesture) => {
      const penalty = gesture === each.gesture ? 0 : params.cardPenalty;
      // Everybody here stands out: any place given is better than none.
      const value = Math.max(1, each.upliftWeight * (each.score - penalty));
      return { value, cost: costOf(gesture, settings) };
    }),
  );
  return maximiseValue(options, budget).flatMap((option, index) => {
    const [candidate, gesture] = [candidates[index], gestures[index]?.[option ?? -1]];
    return candidate === undefined || gesture === undefined ? [] : [[candidate, gesture] as const];
  });
}

// Where the money does not reach for an offer, a card says as kindly that somebody is missed.
function optionsFor({ gesture }: Candidate): readonly PlannedKind[] {
  return gesture === 'offer' ? ['offer', 'card'] : [gesture];
}

function unspent(
  { settings, committed }: AllocationSource,
  allocations: ReadonlyMap<Candidate, Allocation>,
): Budget {
  let money = settings.budgetMoney - committed.money;
  let pieces = settings.budgetPieces - committed.pieces;
  for (const { gesture } of allocations.values()) {
    money -= costOf(gesture, settings);
    pieces -= gesture === 'word' ? 0 : 1;
  }
  return { money, pieces };
}

function excludedFrom(
  source: AllocationSource,
  allocations: ReadonlyMap<Candidate, Allocation>,
): readonly Excluded[] {
  const { candidates, settings } = source;
  const { money, pieces } = unspent(source, allocations);
  return candidates
    .filter((each) => !allocations.has(each))
    .map((each) => {
      const cost = Math.min(...optionsFor(each).map((gesture) => costOf(gesture, settings)));
      const exclusion: Excluded['exclusion'] =
        pieces < 1
          ? { rule: 'places-full', pieces: settings.budgetPieces }
          : { rule: 'over-budget', cost, left: Math.max(0, money) };
      const { customerId, name, firstDay, score } = each;
      return { kind: 'excluded', customerId, name, firstDay, exclusion, score };
    });
}

// What the hold-out saves is not given to others: that would change the week it is compared with.
function splitHoldOut(
  allocations: ReadonlyMap<Candidate, Allocation>,
  source: AllocationSource,
): Pick<WeekAllocation, 'suggestions' | 'heldOut'> {
  const { candidates, week, params, holdOutShopId: shopId } = source;
  const suggestions: Suggestion[] = [];
  const heldOut: Suggestion[] = [];
  for (const each of candidates) {
    const allocation = allocations.get(each);
    if (allocation === undefined) continue;
    const { customerId, trigger } = each;
    const isOut =
      shopId !== null &&
      isHoldOutEligible(allocation.place, trigger) &&
      isHeldOut({ shopId, week, customerId }, params.holdOutShare);
    (isOut ? heldOut : suggestions).push(suggestionOf(each, allocation, source));
  }
  return { suggestions, heldOut };
}

function suggestionOf(
  candidate: Candidate,
  { place, gesture }: Allocation,
  { settings, week, effects }: AllocationSource,
): Suggestion {
  const { customerId, name, reasons, segments, score, trigger, isInFocus } = candidate;
  const isOffer = gesture === 'offer';
  return {
    customerId,
    name,
    gesture,
    cost: costOf(gesture, settings),
    words: isOffer ? settings.offerWords : '',
    reasons: place === 'reserved' ? [...reasons(), { code: 'reserved-place', week }] : reasons(),
    segments,
    place,
    score,
    advice: isOffer ? candidate.advice() : null,
    worth: isOffer ? candidate.worth() : null,
    learned: trigger === null ? null : learnedOf(effects?.byReason.get(trigger)),
    isInFocus,
  };
}

function learnedOf(effect: GestureEffect | undefined): LearnedCounts | null {
  if (effect === undefined || !effect.hasEnoughData) return null;
  const { given, cameBack, compared, comparedBack } = effect;
  return { given, cameBack, compared, comparedBack };
}

/** What a gesture costs in this shop, in minor units. */
function costOf(gesture: PlannedKind, { cardCost, offerCost }: Settings): number {
  return { card: cardCost, offer: offerCost, word: 0 }[gesture];
}
