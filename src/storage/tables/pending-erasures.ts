// Who will be erased: read from all customers page by page, so that twenty thousand of them never
// hold up the main thread.

import type { Customer } from '#domain/customers/customer.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Cards read in one go: a few milliseconds. */
const cardsAtOnce = 500;

/** Everybody waiting to be erased, also merged customers. */
export async function readPendingErasures(db: ShopDexie): Promise<readonly Customer[]> {
  const pending: Customer[] = [];
  for (let last = ''; ;) {
    const page = await db.customers.where(':id').above(last).limit(cardsAtOnce).toArray();
    pending.push(...page.filter((customer) => customer.forgottenOn !== null));
    const end = page.at(-1);
    if (end === undefined) return pending;
    last = end.id;
  }
}
