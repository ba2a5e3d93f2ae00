// Notices when the whole shop changes from one week to the next: a machine that moved, a street
// that closed. Then the past misleads, and the models forget faster until the new weeks are past
// enough. It only notices; what is said about it is for others.

import type { VisitTimes } from './recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';

/** After a break a visit fades to a third in so many weeks (6–8). */
export const breakDecayWeeks = 7;

const meanWeeks = 8;
const breakShare = 0.5;
/** Below so many visits by known people a week, half of them may stay away by chance. */
const minWeeklyVisits = 10;

/**
 * Whether visits by people already known, in the week before `now`, fell below half their mean of
 * the eight weeks before that.
 */
export function hasChangePoint(visitTimes: VisitTimes, now: number): boolean {
  const lately = knownVisits(visitTimes, now);
  let before = 0;
  for (let week = 1; week <= meanWeeks; week += 1) before += knownVisits(visitTimes, now - week);
  const usual = before / meanWeeks;
  return usual >= minWeeklyVisits && lately < breakShare * usual;
}

/** Visits in the week up to `now` by people who had come before that week. */
function knownVisits(visitTimes: VisitTimes, now: number): number {
  return visitTimes.reduce((sum, times) => {
    const before = countUntil(times, now - 1);
    return before === 0 ? sum : sum + countUntil(times, now) - before;
  }, 0);
}
