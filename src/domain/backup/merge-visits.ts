import type { Visit } from '#domain/visits/visit.ts';
import { mergeRows } from './merge-rows.ts';
import { claimedVisit, visitOf } from './visit-claims.ts';

/** Two versions of one visit: each field as it was last changed, words with whom they are of. */
export function mergeVisits(a: Visit, b: Visit): Visit {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  return visitOf(mergeRows(claimedVisit(a), claimedVisit(b)));
}
