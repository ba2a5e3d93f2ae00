// The gestures table. A gesture goes into the history in the same transaction.

import type { Gesture, GestureId } from '#domain/week/gesture.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { refreshHistoryFacts } from './histories.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function putGesture({ db, rowDelta }: ShopWriter, gesture: Gesture): Promise<void> {
  if ((await db.gestures.get(gesture.id)) === undefined) rowDelta.gestures += 1;
  await db.gestures.put(gesture);
  await refreshHistoryFacts(db, gesture.customerId);
}

export async function readGesture(db: ShopDexie, id: GestureId): Promise<Gesture | undefined> {
  return db.gestures.get(id);
}

/** The gestures decided in the weeks from `first` on, taken-back ones left out, latest first. */
export async function readGesturesSince(db: ShopDexie, first: Day): Promise<readonly Gesture[]> {
  const gestures = await db.gestures.where('week').aboveOrEqual(first).toArray();
  return gestures.filter((gesture) => !gesture.voided).toSorted(latestFirst);
}

function latestFirst(a: Gesture, b: Gesture): number {
  return a.plannedOn === b.plannedOn
    ? b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)
    : a.plannedOn < b.plannedOn
      ? 1
      : -1;
}
