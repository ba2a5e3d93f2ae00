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

/** One wrong date in a list, or a visit of long ago typed in for two people, begins no log. */
const peopleToBegin = 3;

/** Whether the visit day `first` is surely somebody's first, in a log since `logSince`. */
export function isSurelyFirst(first: number, logSince: number | null): boolean {
  return logSince !== null && first - logSince >= proofDays;
}

/** The day number from which the log is kept: when a third person was noted; null before that. */
export function logStartOf(histories: Iterable<History>): number | null {
  const earliest: number[] = [];
  for (const { older, stamps } of histories) {
    const stamp = older.first >= 0 ? older.first : stamps[0];
    if (stamp !== undefined) keepEarliest(earliest, stamp);
  }
  const stamp = earliest[peopleToBegin - 1];
  return stamp === undefined ? null : dayOfMinutes(stamp);
}

function keepEarliest(earliest: number[], stamp: number): void {
  if (stamp >= (earliest[peopleToBegin - 1] ?? Number.POSITIVE_INFINITY)) return;
  const place = earliest.findIndex((each) => stamp < each);
  earliest.splice(place < 0 ? earliest.length : place, 0, stamp);
  earliest.length = Math.min(earliest.length, peopleToBegin);
}
