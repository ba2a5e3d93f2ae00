// A shop of a true size for counting work, with the people of the half hour chosen. Every card,
// history and day row of it is there; of the visits themselves only the latest four weeks are laid
// down. A made-up IndexedDB takes minutes for a quarter of a million of them, and a question that
// reads all visits reads more of them in the larger shop with these just as well.
import { refreshStartupCache } from '#app/customers/startup-cache.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { emptyDaySummary, withVisit, type DaySummary } from '#domain/visits/day-summary.ts';
import { addDays, type Day } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { measuredPlan } from './measured-plan.ts';
import { generateParts, type ShopPart } from '#sample/generate-parts.ts';
import { historiesOf } from '#storage/bulk/bulk.ts';
import type { ShopDexie } from '#storage/database.ts';
import { write } from '#storage/transaction.ts';
import { today } from './shop-with.ts';
import { openTestShop } from './test-shop.ts';

export type CountedShop = Awaited<ReturnType<typeof openTestShop>>;

const lastDay = addDays(today, -1);
const stagedSince = addDays(lastDay, -27);
/**
 * One hour a day: people are chosen for the half hours around it, which the counted morning is one
 * of.
 */
const hours = Array.from({ length: 7 }, () => ({ opens: 600, closes: 660 }));

/**
 * Opens and fills it; whoever starts in it on the morning of the stories finds the people of the
 * half hour.
 */
export async function countedShop(
  size: Readonly<Record<'customers' | 'visits', number>>,
): Promise<CountedShop> {
  const shop = await openTestShop({ openings: [{ from: addDays(today, -1_000), hours }] });
  const days = new Map<Day, DaySummary>();
  for (const part of generateParts(measuredPlan(size, lastDay))) {
    for (const visit of part.visits)
      days.set(visit.day, withVisit(days.get(visit.day) ?? emptyDaySummary(visit.day), visit));
    await putPart(shop, part);
  }
  await shop.db.days.bulkPut([...days.values()]);
  const chosen = await refreshStartupCache(shop, today);
  if (!chosen.ok) throw new Error(chosen.problem.kind);
  return shop;
}

async function putPart({ db, clock }: CountedShop, part: ShopPart): Promise<void> {
  const written = await write<void, WriteProblem>(db, clock.now(), async (writer) => {
    await putRows(writer.db, part);
    return ok(undefined);
  });
  if (!written.ok) throw new Error(written.problem.kind);
}

async function putRows(db: ShopDexie, part: ShopPart): Promise<void> {
  await db.customers.bulkPut([...part.customers]);
  await db.histories.bulkPut([...historiesOf(part.customers, part)]);
  await db.moments.bulkPut([...part.moments]);
  await db.gestures.bulkPut([...part.gestures]);
  await db.visits.bulkPut(part.visits.filter(({ day }) => day >= stagedSince));
}
