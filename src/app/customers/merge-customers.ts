// Merging two rows of one customer. Nothing is copied from one row to the other: the younger is
// marked as merged into the older, so that undoing it loses nothing.

import {
  byCreation,
  isPresent,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer } from '#storage/tables/customers.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { changeCustomer } from './change-customer.ts';

export interface CustomerMerge {
  readonly survivor: Customer;
  readonly joined: Customer;
}

/** The older row stays, whichever is named first; visits keep the id they were logged under. */
export async function mergeCustomers(
  deps: Deps,
  one: CustomerId,
  other: CustomerId,
): Promise<Result<CustomerMerge, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const merged = await Promise.all([
      readMergedCustomers(writer.db, one),
      readMergedCustomers(writer.db, other),
    ]);
    const people = merged.flatMap((each) => (each === undefined ? [] : [each.customer]));
    const [survivor, younger] = people.filter(isPresent).toSorted(byCreation);
    if (survivor === undefined || younger === undefined || survivor.id === younger.id)
      return failed({ kind: 'not-found' });
    const joined = withChanges(younger, { mergedInto: survivor.id }, writer.timestamp);
    await putCustomer(writer, joined);
    return ok({ survivor, joined });
  });
}

/** Undoes a merge: `id` is a customer again, with what was merged into it before. */
export async function unmergeCustomer(
  deps: Deps,
  id: CustomerId,
): Promise<Result<Customer, WriteProblem>> {
  return changeCustomer(deps, id, { mergedInto: null });
}
