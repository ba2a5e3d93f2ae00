// The days table: written in the same transaction as the visit it counts.

import {
  emptyDaySummary,
  daySummaryOf,
  daySummaryVersion,
  withoutVisit,
  withVisit,
  type DaySummary,
} from '#domain/visits/day-summary.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** The rows of the days from `first` to `last`, both included; days without visits have none. */
export async function readDaySummaries(
  db: ShopDexie,
  first: Day,
  last: Day,
): Promise<readonly DaySummary[]> {
  return db.days.where('day').between(first, last, true, true).toArray();
}

/** The first day that has a row, or null before the first visit of all. */
export async function readFirstDay(db: ShopDexie): Promise<Day | null> {
  return (await db.days.orderBy('day').first())?.day ?? null;
}

/** A written visit, the row it replaced, and the row of its day as it was before. */
export interface DaySummaryUpdate {
  readonly before: Visit | undefined;
  readonly after: Visit;
  readonly day: DaySummary | undefined;
}

export async function updateDaySummary(
  { db }: ShopWriter,
  { before, after, day }: DaySummaryUpdate,
): Promise<void> {
  for (const each of new Set([before?.day ?? after.day, after.day])) {
    const row = each === after.day ? day : await db.days.get(each);
    if (row !== undefined && row.foldVersion !== daySummaryVersion) {
      await db.days.put(daySummaryOf(each, await db.visits.where('day').equals(each).toArray()));
      continue;
    }
    const known = row ?? emptyDaySummary(each);
    await db.days.put(withVisit(before === undefined ? known : withoutVisit(known, before), after));
  }
}

/** The day row with a new visit; undefined where the row must be recounted first. */
export function withNewVisit(row: DaySummary | undefined, visit: Visit): DaySummary | undefined {
  if (row === undefined) return withVisit(emptyDaySummary(visit.day), visit);
  return row.foldVersion === daySummaryVersion ? withVisit(row, visit) : undefined;
}
