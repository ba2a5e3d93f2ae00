// What somebody answered when asked whether the shop may write, or put up their name. Answers are
// only ever added: a withdrawal is another answer.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Permission } from '#domain/customers/permission.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

export async function notePermission(
  deps: Deps,
  id: CustomerId,
  answer: Omit<Permission, 'notedAt'>,
): Promise<Result<Customer, WriteProblem>> {
  const permission = { ...answer, notedAt: deps.clock.now() };
  return write(deps.db, permission.notedAt, async (writer) => {
    const before = await readCustomer(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const permissions = [...before.permissions, permission];
    const after = withChanges(before, { permissions }, writer.timestamp);
    await putCustomer(writer, after);
    return ok(after);
  });
}
