// The rounds table: one row for each Christmas or other list. Its lines are gestures.

import type { Gesture } from '#domain/week/gesture.ts';
import type { Round, RoundId } from '#domain/week/round.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** All that are not deleted. */
export async function readRounds(db: ShopDexie): Promise<readonly Round[]> {
  return (await db.rounds.toArray()).filter(({ voided }) => !voided);
}

export async function readRound(db: ShopDexie, id: RoundId): Promise<Round | undefined> {
  return db.rounds.get(id);
}

export async function putRound({ db }: ShopWriter, round: Round): Promise<void> {
  await db.rounds.put(round);
}

/** The lines of these rounds, those taken off the list left out, in the order of their making. */
export async function readRoundGestures(
  db: ShopDexie,
  rounds: readonly RoundId[],
): Promise<readonly Gesture[]> {
  const gestures = await db.gestures
    .where('roundId')
    .anyOf([...rounds])
    .toArray();
  return gestures
    .filter(({ voided }) => !voided)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
