import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Asked for at once, so that the browser looks for some while others become objects here. */
const pagesAtOnce = 3;

/**
 * All histories in pages of at most about `count`, each given to `take` with its number as soon as
 * it is read. The ids of customers only divide them: whoever else has a history is read too.
 */
export async function readHistoryPages(
  db: ShopDexie,
  count: number,
  take: (page: readonly History[], number: number) => void,
): Promise<void> {
  const first = await db.histories.limit(count).toArray();
  const last = first.at(-1)?.customerId;
  if (last === undefined || first.length < count) {
    take(first, 0);
    return;
  }
  const others = db.customers.where('id').above(last).primaryKeys();
  take(first, 0);
  const ends = (await others).filter((_, index) => (index + 1) % count === 0);
  const bounds = [last, ...ends];
  let read = 0;
  async function readOn(): Promise<void> {
    for (let after = bounds[read]; after !== undefined; after = bounds[read]) {
      read += 1;
      const page = read;
      take(await readHistoriesBetween(db, after, bounds[page]), page);
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, readOn));
}

async function readHistoriesBetween(
  { histories }: ShopDexie,
  after: CustomerId,
  upTo: CustomerId | undefined,
): Promise<readonly History[]> {
  const index = histories.where('customerId');
  return (
    upTo === undefined ? index.above(after) : index.between(after, upTo, false, true)
  ).toArray();
}
