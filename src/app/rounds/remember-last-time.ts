// What the owner remembers of the year before the app was there: a closed list with a card for each
// line that was ticked, so that the new list can say it.

import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Round } from '#domain/week/round.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import type { Deps } from '#app/deps.ts';
import { createRound, type RoundPlace } from './rounds.ts';

/** The day that stands for the whole season: nobody remembers the real one. */
export function lastTimeDay({ year }: Pick<Round, 'year'>): Day | undefined {
  return dayFrom(`${String(year - 1).padStart(4, '0')}-12-24`);
}

export interface LastTime {
  readonly round: Pick<Round, 'name' | 'year'>;
  /** Who got a card. */
  readonly places: readonly RoundPlace[];
  readonly day: Day;
  readonly today: Day;
}

export function rememberLastTime(
  deps: Deps,
  { round: { name, year }, places, day, today }: LastTime,
): Promise<Result<Round, WriteProblem>> {
  const fields = { name, year: year - 1, budgetMoney: null, opensOn: day, closesOn: day };
  const gift = { kind: 'card', words: '', cost: 0 } as const;
  return createRound(deps, { ...fields, gift, today, handedOverOn: day }, places);
}
