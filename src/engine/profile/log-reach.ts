// How far back the visits of a shop reach, and whom they prove to be new. Somebody first seen in
// the weeks after a log begins has as a rule been coming for years: only the log is young. So "new"
// is a claim that needs proof, and this is the one place that decides it.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';

/**
 * Days of log before somebody's first visit that prove it a first one: half a year. Whoever comes
 * once a month at random is missed for so long once in four hundred times, whoever comes every
 * quarter once in seven; to greet a customer of twenty years as new costs more than to greet a
 * newcomer without a word. (Left-censored first purchases: Schmittlein, Morrison and Colombo 1987
 * begin their cohort only where the first one is known.)
 */
const proofDays = 182;

/**
 * Wrong years in a list, or visits of long ago typed in for a few people, begin no log: so many
 * people do, and one in twenty of all.
 */
const peopleToBegin = 3;
const shareToBegin = 0.05;

/** Whether the visit day `first` is surely somebody's first, in a log since `logSince`. */
export function isSurelyFirst(first: number, logSince: number | null): boolean {
  return logSince !== null && first - logSince >= proofDays;
}

/** The day number from which the log is kept: when people enough were noted; null before that. */
export function logStartOf(histories: Iterable<History>): number | null {
  const earliest: number[] = [];
  for (const { older, stamps } of histories) {
    const stamp = older.first >= 0 ? older.first : stamps[0];
    if (stamp !== undefined) earliest.push(stamp);
  }
  const people = Math.max(peopleToBegin, Math.ceil(shareToBegin * earliest.length));
  const stamp = Int32Array.from(earliest).toSorted()[people - 1];
  return stamp === undefined ? null : dayOfMinutes(stamp);
}
