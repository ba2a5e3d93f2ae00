// Two cards that turn out to be one person. Nothing is copied from one card to the other: the
// younger is marked as joined into the older, so that taking it back loses nothing.

import {
  byCreation,
  isPresent,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { readCards } from '#storage/tables/histories.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** A join just made: the card that stays and the card that went into it. */
export interface CustomerMerge {
  readonly survivor: Customer;
  readonly joined: Customer;
}

/**
 * Joins two people into one. The older card stays, whichever is named first; visits keep the id
 * they were logged under.
 */
export async function mergeCustomers(
  deps: Deps,
  one: CustomerId,
  other: CustomerId,
): Promise<Result<CustomerMerge, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const cards = await Promise.all([readCards(writer.db, one), readCards(writer.db, other)]);
    const people = cards.flatMap((card) => (card === undefined ? [] : [card.customer]));
    const [survivor, younger] = people.filter(isPresent).toSorted(byCreation);
    if (survivor === undefined || younger === undefined || survivor.id === younger.id)
      return failed({ kind: 'not-found' });
    const joined = withChanges(younger, { mergedInto: survivor.id }, writer.timestamp);
    await putCustomer(writer, joined);
    return ok({ survivor, joined });
  });
}

/**
 * Takes a join back: the card `id` stands for itself again, with its own visits and every card that
 * was joined into it before.
 */
export async function unmergeCustomer(
  deps: Deps,
  id: CustomerId,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readCustomer(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, { mergedInto: null }, writer.timestamp);
    await putCustomer(writer, after);
    return ok(after);
  });
}
