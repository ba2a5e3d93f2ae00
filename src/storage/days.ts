// The days table: written in the same transaction as the visit it counts.

import {
  emptyShopDay,
  shopDayOf,
  shopDayVersion,
  withoutVisit,
  withVisit,
  type ShopDay,
} from '#domain/shop-day.ts';
import type { Visit } from '#domain/visit.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from './database.ts';
import type { ShopWriter } from './write.ts';

/** The rows of the days from `first` to `last`, both included; days on which nobody came have none. */
export async function readShopDays(
  db: ShopDexie,
  first: Day,
  last: Day,
): Promise<readonly ShopDay[]> {
  return db.days.where('day').between(first, last, true, true).toArray();
}

/** The first day that has a row, or null before the first visit of all. */
export async function readFirstDay(db: ShopDexie): Promise<Day | null> {
  return (await db.days.orderBy('day').first())?.day ?? null;
}

/** Follows one written visit, whose row before was `before`. */
export async function countVisit(
  { db }: ShopWriter,
  before: Visit | undefined,
  after: Visit,
): Promise<void> {
  for (const day of new Set([before?.day ?? after.day, after.day])) {
    const row = await db.days.get(day);
    if (row !== undefined && row.foldVersion !== shopDayVersion) {
      await db.days.put(shopDayOf(day, await db.visits.where('day').equals(day).toArray()));
      continue;
    }
    const known = row ?? emptyShopDay(day);
    await db.days.put(withVisit(before === undefined ? known : withoutVisit(known, before), after));
  }
}
