// Notices when the whole shop changes from one week to the next: a machine that moved, a street
// that closed. Then the past misleads, and the models decay it faster until there are enough new
// weeks. A rule of our own: a plain threshold on weekly counts.

import type { VisitTimes } from './recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';

/** After a break a visit decays to a third in so many weeks (6–8). */
export const breakDecayWeeks = 7;

const meanWeeks = 8;
const breakShare = 0.5;
/** Of fewer weekly visits by known people, half may stay away by chance. */
const minWeeklyVisits = 10;

/** Whether visits by known people, in the week to `now`, fell below half their 8-week mean. */
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
