// The weeks table: what was decided in each week.

import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export async function readWeek(db: ShopDexie, monday: Day): Promise<WeekDecisions | undefined> {
  return db.weeks.get(monday);
}

export async function readWeeks(db: ShopDexie): Promise<readonly WeekDecisions[]> {
  return db.weeks.orderBy('week').toArray();
}

export async function putWeek({ db }: ShopWriter, week: WeekDecisions): Promise<void> {
  await db.weeks.put(week);
}
