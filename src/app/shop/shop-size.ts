import { isPresent } from '#domain/customers/customer.ts';
import { visitorsOn } from '#domain/visits/day-summary.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readDaySummaries } from '#storage/tables/days.ts';

/** "214 people, 9,480 visits", and the last day anybody came (null: nobody yet). */
export interface ShopSize {
  readonly people: number;
  readonly visits: number;
  readonly lastDay: Day | null;
}

/** Present customers and live visits of both kinds. Reads the day rows, never all visits. */
export async function readShopSize(db: ShopDexie): Promise<ShopSize> {
  const [customers, days] = await Promise.all([
    readCustomers(db),
    readDaySummaries(db, dayAt(firstNumber), dayAt(lastNumber)),
  ]);
  const open = days.filter((row) => visitorsOn(row) > 0);
  return {
    people: customers.filter(isPresent).length,
    visits: sumOf(open.map(visitorsOn)),
    lastDay: open.length === 0 ? null : dayAt(Math.max(...open.map((row) => dayNumber(row.day)))),
  };
}

// Day numbers of 1000-01-01 and 9999-12-31, the first and last day there is.
const firstNumber = -354_285;
const lastNumber = 2_932_896;
