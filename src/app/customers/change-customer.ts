import type { Customer, CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { changedPreferences } from '#domain/customers/preference.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Changes fields of a customer. Only those that differ get a new timestamp. */
export async function changeCustomer(
  deps: Deps,
  id: CustomerId,
  changes: Partial<CustomerFields>,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readCustomer(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, withIds(before, changes), writer.timestamp);
    await putCustomer(writer, after);
    return ok(after);
  });
}

// A preference that is not in the new list was deleted, and must be on every tablet.
function withIds(
  { preferences }: Customer,
  changes: Partial<CustomerFields>,
): Partial<CustomerFields> {
  const typed = changes.preferences;
  return typed === undefined
    ? changes
    : { ...changes, preferences: changedPreferences(preferences, typed) };
}
