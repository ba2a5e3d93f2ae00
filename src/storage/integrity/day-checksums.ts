// Compares days with their visits at one moment. Changes nothing but a row that somebody has said
// to recount.

import { matchesSummary, type DayCheck } from '#domain/visits/day-check.ts';
import { daySummaryOf } from '#domain/visits/day-summary.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** Checks at most `limit` days after `after` (null: the first). Throws on unreadable visits. */
export async function checkDays(
  db: ShopDexie,
  after: Day | null,
  limit: number,
): Promise<DayCheck> {
  return db.transaction('r', [db.days, db.visits, db.imports], async () => {
    const rows = await db.days
      .where('day')
      .above(after ?? '')
      .limit(limit)
      .toArray();
    const last = rows.length < limit ? maxDay : (rows.at(-1)?.day ?? maxDay);
    const visits = await visitsBetween(db, after, last);
    const byDay = groupBy(visits, (visit) => visit.day);
    const known = new Map(rows.map((row) => [row.day, row]));
    const days = [...new Set([...known.keys(), ...byDay.keys()])].toSorted();
    return {
      inconsistent: days.filter(
        (day) => !matchesSummary(day, known.get(day), byDay.get(day) ?? []),
      ),
      last: rows.length < limit ? null : last,
    };
  });
}

/** The days after `after`, at most `limit` of those that have a row. */
export async function readDaysAfter(
  db: ShopDexie,
  after: Day | null,
  limit: number,
): Promise<readonly Day[]> {
  return db.days
    .where('day')
    .above(after ?? '')
    .limit(limit)
    .primaryKeys();
}

/** Whether the visits of one day can be read and add up. */
export async function isDayConsistent(db: ShopDexie, day: Day): Promise<boolean> {
  return db.transaction('r', [db.days, db.visits, db.imports], async () =>
    matchesSummary(day, await db.days.get(day), await visitsBetween(db, day, day)),
  );
}

export async function recountDay({ db }: ShopWriter, day: Day): Promise<void> {
  await db.days.put(daySummaryOf(day, await visitsBetween(db, day, day)));
}

// Visits of a list that is still coming in are counted when it is in.
async function visitsBetween(
  db: ShopDexie,
  first: Day | null,
  last: Day,
): Promise<readonly Visit[]> {
  const unfinished = await db.imports
    .filter(({ finishedAt, undoneAt }) => finishedAt === null && undoneAt === null)
    .primaryKeys();
  const visits = await db.visits
    .where('day')
    .between(first ?? '', last, first === last, true)
    .toArray();
  return visits.filter(({ importId }) => importId === null || !unfinished.includes(importId));
}

const maxDay = dayFrom('9999-12-31') ?? unreachable();

function unreachable(): never {
  throw new RangeError('31 December 9999 is a day');
}
