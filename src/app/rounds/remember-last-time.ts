// What the owner remembers of the year before the app was there: a closed list with a card for each
// line that was ticked, so that the new list can say it.

import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { roundIdFrom, type Round } from '#domain/week/round.ts';
import { gestureIdFrom } from '#domain/week/gesture.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { putGesture } from '#storage/tables/gestures.ts';
import { putRound } from '#storage/tables/rounds.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { lineFor, type RoundPlace } from './rounds.ts';

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

export async function rememberLastTime(
  deps: Deps,
  { round: { name, year }, places, day, today }: LastTime,
): Promise<Result<Round, WriteProblem>> {
  const id = roundIdFrom(deps.ids.next());
  const ids = places.map(() => gestureIdFrom(deps.ids.next()));
  const gift = { kind: 'card', words: '', cost: 0 } as const;
  return write(deps.db, deps.clock.now(), async (writer) => {
    const round: Round = {
      id,
      name,
      year: year - 1,
      opensOn: day,
      closesOn: day,
      budgetMoney: null,
      voided: false,
      made: writer.timestamp,
      edits: {},
    };
    await putRound(writer, round);
    for (const [number, place] of places.entries()) {
      const lineId = ids[number];
      if (lineId === undefined) continue;
      const line = lineFor({ id: lineId, roundId: id, place, gift, today }, writer, deps);
      await putGesture(writer, { ...line, handedOverOn: day });
    }
    return ok(round);
  });
}
