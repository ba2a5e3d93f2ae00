// What is due to one person from a published perk: reached, and neither given nor declined. A perk
// is owed, so it knows no budget, no rest and no lot.

import type { PerkRound, PerkStanding } from '#domain/week/perk-board.ts';
import { isCountedByYear, type Perk } from '#domain/week/perk.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import { dayAt, type Day } from '#lib/day.ts';
import { boughtDayNumber, perkProgress, perkRounds, type PerkSource } from './perk-rounds.ts';

/** The round of the gift for somebody new who was sent. */
export const newcomerRound = 0;

export function perkStanding(perk: Perk, source: PerkSource): PerkStanding {
  const settled = source.history.gestures.filter((gesture) => isSettling(gesture, perk));
  const own = settled.filter(({ perkRound }) => perkRound !== newcomerRound);
  const reached = perkRounds(perk, source);
  const waiting = isCountedByYear(perk) ? yearsLeft(reached, own) : reached.slice(own.length);
  const isOwed = !source.history.facts.died;
  return {
    reached,
    due: isOwed ? waiting : [],
    given: settled.filter(({ state }) => state === 'handed-over').length,
    declined: settled.filter(({ state }) => state === 'declined').length,
    givenTakenBack: takenBack(perk, reached, own),
    progress: perkProgress(perk, source),
  };
}

/**
 * What is due to somebody who was sent, once: from the visit day on that made their sender's perk.
 * `isSent` says whether somebody sent them.
 */
export function newcomerDue(
  perk: Perk,
  source: PerkSource,
  isSent: boolean,
): PerkRound | undefined {
  if (!isSent || !isOffered(perk, source) || source.history.facts.died) return undefined;
  const number = boughtDayNumber(source.history, Math.max(1, perk.afterVisits));
  const day = number === undefined ? undefined : dayAt(number);
  if (day === undefined || !countsOn(perk, day, source.today)) return undefined;
  const isSettled = source.history.gestures.some(
    (gesture) => isSettling(gesture, perk) && gesture.perkRound === newcomerRound,
  );
  return isSettled ? undefined : { round: newcomerRound, day };
}

function isOffered({ measure, givesToNew, publishedOn }: Perk, { today }: PerkSource): boolean {
  const isPublished = publishedOn !== null && publishedOn <= today;
  return measure === 'people-sent' && givesToNew !== '' && isPublished;
}

function countsOn({ countsFrom, endedOn }: Perk, day: Day, today: Day): boolean {
  return (
    day <= today &&
    (countsFrom === null || day >= countsFrom) &&
    (endedOn === null || day <= endedOn)
  );
}

function isSettling({ perkId, state }: HistoryGesture, perk: Perk): boolean {
  return perkId === perk.id && (state === 'handed-over' || state === 'declined');
}

// A gift of one year never counts for another.
function yearsLeft(
  reached: readonly PerkRound[],
  settled: readonly HistoryGesture[],
): readonly PerkRound[] {
  const years = new Set(settled.map(({ perkRound }) => perkRound));
  return reached.filter(({ round }) => !years.has(round));
}

function takenBack(
  perk: Perk,
  reached: readonly PerkRound[],
  settled: readonly HistoryGesture[],
): number {
  if (!isCountedByYear(perk)) return Math.max(0, settled.length - reached.length);
  const years = new Set(reached.map(({ round }) => round));
  return settled.filter(({ perkRound }) => perkRound === null || !years.has(perkRound)).length;
}
