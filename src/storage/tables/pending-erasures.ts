// Who is hidden and will be gone: asked of all cards, page by page, so that twenty thousand of them
// never hold up the page they are read on.

import type { Customer } from '#domain/customers/customer.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Cards read in one go: a few milliseconds. */
const cardsAtOnce = 500;

/** Every card that is hidden, also those joined into another one. */
export async function readPendingErasures(db: ShopDexie): Promise<readonly Customer[]> {
  const pending: Customer[] = [];
  for (let last = ''; ;) {
    const page = await db.customers.where(':id').above(last).limit(cardsAtOnce).toArray();
    pending.push(...page.filter((card) => card.forgottenOn !== null));
    const end = page.at(-1);
    if (end === undefined) return pending;
    last = end.id;
  }
}
