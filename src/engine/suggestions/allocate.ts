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

/** The sum of what was decided in the week that begins with `week`. Words and messages are free. */
export function committedIn(histories: readonly History[], week: Day): Committed {
  let committed: Committed = { money: 0, pieces: 0, reserved: false };
  for (const { gestures } of histories) {
    for (const { week: decidedIn, state, kind, cost, reasons } of gestures) {
      if (decidedIn !== week || state === 'skipped' || state === 'taken-back') continue;
      committed = {
        money: committed.money + cost,
        pieces: committed.pieces + (kind === 'word' || kind === 'message' ? 0 : 1),
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
  for (const each of candidates)
    if (each.isAnswer) allocations.set(each, { ...word, place: 'answer' });
  const fill = (place: Allocation['place'], among: readonly Candidate[]): void => {
    const best = bestAllocations(among, unspent(source, allocations), source);
    for (const [each, gift] of best) allocations.set(each, { ...gift, place });
  };
  const reserved = settings.reservedPlace && !committed.reserved ? reservedFor(candidates) : null;
  if (reserved !== null) fill('reserved', [reserved]);
  fill(
    'open',
    candidates.filter((each) => !each.isAnswer && each !== reserved),
  );
  return { ...splitHoldOut(allocations, source), excluded: excludedFrom(source, allocations) };
}

/** One way to serve somebody. */
interface Gift {
  readonly gesture: PlannedKind;
  /** Of an offer, in the shop's words. */
  readonly words: string;
  readonly cost: number;
}

interface Allocation extends Gift {
  readonly place: Suggestion['place'];
}

const word: Gift = { gesture: 'word', words: '', cost: 0 };

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
): readonly (readonly [Candidate, Gift])[] {
  const gifts = candidates.map((each) => giftsFor(each, settings));
  const options = candidates.map((each, index) =>
    (gifts[index] ?? []).map(({ cost }, rank, { length }) => {
      const penalty = length < 2 ? 0 : (params.cardPenalty * rank) / (length - 1);
      // Everybody here stands out: any place given is better than none.
      return { value: Math.max(1, each.upliftWeight * (each.score - penalty)), cost };
    }),
  );
  return maximiseValue(options, budget).flatMap((option, index) => {
    const [candidate, gift] = [candidates[index], gifts[index]?.[option ?? -1]];
    return candidate === undefined || gift === undefined ? [] : [[candidate, gift] as const];
  });
}

// The best first. Where the money does not reach for an offer a cheaper one, and at last a card,
// says as kindly that somebody is missed.
function giftsFor({ gesture, offers }: Candidate, { cardCost }: Settings): readonly Gift[] {
  if (gesture === 'word') return [word];
  const fitting = (offers ?? []).map((offer) => ({ gesture: 'offer' as const, ...offer }));
  return [...fitting, { gesture: 'card', words: '', cost: cardCost }];
}

function unspent(
  { settings, committed }: AllocationSource,
  allocations: ReadonlyMap<Candidate, Allocation>,
): Budget {
  let money = settings.budgetMoney - committed.money;
  let pieces = settings.budgetPieces - committed.pieces;
  for (const { gesture, cost } of allocations.values()) {
    money -= cost;
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
      const cost = Math.min(...giftsFor(each, settings).map((gift) => gift.cost));
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
  gift: Allocation,
  { settings, week, effects }: AllocationSource,
): Suggestion {
  const { customerId, name, reasons, segments, score, trigger, isInFocus } = candidate;
  const { place, gesture, words, cost } = gift;
  return {
    customerId,
    name,
    gesture,
    cost,
    words,
    reasons: place === 'reserved' ? [...reasons(), { code: 'reserved-place', week }] : reasons(),
    segments,
    place,
    score,
    advice: gesture === 'offer' ? candidate.advice() : null,
    worth: candidate.worth(),
    fit: fitOf(candidate, settings, gift),
    learned: trigger === null ? null : learnedOf(effects?.byReason.get(trigger)),
    isInFocus,
  };
}

function learnedOf(effect: GestureEffect | undefined): LearnedCounts | null {
  if (effect === undefined || !effect.hasEnoughData) return null;
  const { given, cameBack, compared, comparedBack } = effect;
  return { given, cameBack, compared, comparedBack };
}

function fitOf(
  { offers: fitting }: Candidate,
  { offers }: Settings,
  { gesture, cost }: Gift,
): Suggestion['fit'] {
  if (fitting === null) return null;
  const [best] = fitting;
  const isBest = best === undefined || (gesture === 'offer' && cost === best.cost);
  return { of: offers.length, fitting: fitting.length, isBest };
}
