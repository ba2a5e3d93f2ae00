// Erasing a customer who asks for it: hidden at once, erased after thirty days, and until then one
// tap from being restored.

import {
  customersErasedWith,
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { addDays, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { eraseCustomers, readPendingErasures } from '#storage/tables/erasures.ts';
import { write, attempt } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { readErasureMarks } from '#app/privacy/find-forgotten.ts';
import { forgetTyped } from '#app/customers/form/forget-typed.ts';

/** Days during which it can be cancelled. */
export const erasureDelayDays = 30;

export interface PendingErasure {
  readonly id: CustomerId;
  readonly name: string;
  /** From this day on only visits without a name are left. */
  readonly goneOn: Day;
}

/** Hides a customer, with everybody merged into them, from `today` on. */
export async function scheduleErasure(
  deps: Deps,
  id: CustomerId,
  today: Day,
): Promise<Result<Customer, WriteProblem>> {
  return setForgottenOn(deps, id, today);
}

export async function cancelErasure(
  deps: Deps,
  id: CustomerId,
): Promise<Result<Customer, WriteProblem>> {
  return setForgottenOn(deps, id, null);
}

/** Who is hidden and can still be restored, the next to be erased first. */
export async function pendingErasures(deps: Deps): Promise<readonly PendingErasure[]> {
  const customers = await readPendingErasures(deps.db);
  return customers
    .flatMap((customer) =>
      customer.forgottenOn === null || customer.mergedInto !== null
        ? []
        : [{ id: customer.id, name: customer.name, goneOn: erasureDay(customer.forgottenOn) }],
    )
    .toSorted((a, b) => (a.goneOn < b.goneOn ? -1 : 1));
}

/** The day on which somebody hidden on `forgottenOn` is erased. */
export function erasureDay(forgottenOn: Day): Day {
  return addDays(forgottenOn, erasureDelayDays);
}

/** Erases everybody whose thirty days are over; gives how many. */
export async function finishErasures(
  deps: Deps,
  today: Day,
): Promise<Result<number, WriteProblem>> {
  const customers = await attempt(() => readPendingErasures(deps.db));
  if (!customers.ok) return customers;
  const due = customers.value.filter((customer) => isDue(customer, today));
  for (const { id } of due) {
    const erased = await eraseCustomer(deps, { id, today, isMeant: (each) => isDue(each, today) });
    if (!erased.ok) return erased;
  }
  if (due.length > 0) await deps.worker.ask({ kind: 'clear-traces' });
  return ok(due.length);
}

/** Erases somebody who is hidden already, without waiting: it was asked for twice. */
export async function eraseNow(
  deps: Deps,
  id: CustomerId,
  today: Day,
): Promise<Result<null, WriteProblem>> {
  const erased = await eraseCustomer(deps, { id, today, isMeant: isHidden });
  if (erased.ok) await deps.worker.ask({ kind: 'clear-traces' });
  return erased;
}

function isDue({ forgottenOn }: Customer, today: Day): boolean {
  return forgottenOn !== null && erasureDay(forgottenOn) <= today;
}

function isHidden({ forgottenOn }: Customer): boolean {
  return forgottenOn !== null;
}

interface ErasureTask {
  readonly id: CustomerId;
  readonly today: Day;
  /** Looked at once more in the transaction. */
  readonly isMeant: (customer: Customer) => boolean;
}

async function eraseCustomer(
  deps: Deps,
  { id, today, isMeant }: ErasureTask,
): Promise<Result<null, WriteProblem>> {
  type Erased = readonly CustomerId[];
  const erased = await write<Erased, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const customer = await readCustomer(writer.db, id);
    const merged = await readMergedCustomers(writer.db, id);
    // Restored in another tab meanwhile, and perhaps hidden again.
    if (customer === undefined || merged === undefined || !isMeant(customer)) return ok([]);
    const gone = customersErasedWith(customer, merged.joined);
    const marks = await readErasureMarks(writer.db, gone);
    const ids = gone.map((each) => each.id);
    await eraseCustomers(
      writer,
      ids.map((customerId) => ({ customerId, day: today, marks: customerId === id ? marks : [] })),
    );
    return ok(ids);
  });
  if (!erased.ok) return erased;
  forgetTyped(deps, erased.value);
  return ok(null);
}

async function setForgottenOn(
  deps: Deps,
  id: CustomerId,
  forgottenOn: Day | null,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const merged = await readMergedCustomers(writer.db, id);
    if (merged === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(merged.customer, { forgottenOn }, writer.timestamp);
    await putCustomer(writer, after);
    return ok(isPresent(after) ? mergedCustomer(after, merged.joined) : after);
  });
}
