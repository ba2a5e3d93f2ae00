// All customers and histories as they were at one moment, read in pages: all rows of a large shop
// at once would hold up the main thread. Must stay one transaction, or a running import would be
// read by halves.

import type { Customer } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { ShopDexie } from '#storage/database.ts';

export interface AllCustomers {
  readonly customers: readonly Customer[];
  readonly histories: readonly History[];
}

/** Rows that become objects in one go: some ten milliseconds on a slow tablet. */
const pageRows = 250;

/** Reads all customers, also merged and erased ones, and all histories. */
export async function readAllCustomers(db: ShopDexie): Promise<AllCustomers> {
  // Dexie keeps a transaction alive over awaits only inside a function that is itself async.
  return db.transaction('r', [db.customers, db.histories], async () => {
    const customers = await forEachPage(
      (last) => db.customers.where('id').above(last).limit(pageRows).toArray(),
      (customer) => customer.id,
    );
    const histories = await forEachPage(
      (last) => db.histories.where('customerId').above(last).limit(pageRows).toArray(),
      (history) => history.customerId,
    );
    return { customers, histories };
  });
}

async function forEachPage<Row>(
  readAbove: (last: string) => PromiseLike<readonly Row[]>,
  keyOf: (row: Row) => string,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let last = ''; ;) {
    const page = await readAbove(last);
    rows.push(...page);
    const final = page.at(-1);
    if (final === undefined || page.length < pageRows) return rows;
    last = keyOf(final);
  }
}
