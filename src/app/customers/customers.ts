import {
  blankCustomer,
  customerIdFrom,
  type Customer,
  type CustomerFields,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { changedPreferences } from '#domain/customers/preference.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Visit, VisitDraft } from '#domain/visits/visit.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { insertVisit, readVisitContext } from '#storage/tables/visits.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** A new customer before the row is on the disk. */
export type CustomerDraft = Omit<Customer, 'made' | 'edits'>;

/** What is known of a new customer. `zone` is the shop's. */
export interface NewCustomer extends Partial<CustomerFields> {
  readonly name: string;
  readonly zone: string;
}

/** A blank customer with what is known, ready to be added. */
export function draftCustomer(
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  { zone, ...known }: NewCustomer,
): CustomerDraft {
  const createdAt = clock.now();
  return {
    ...blankCustomer,
    ...known,
    id: customerIdFrom(ids.next()),
    addedOn: toLocalTime(createdAt, zone).day,
    createdAt,
  };
}

/** Adds a customer without a visit. The same draft twice is one customer. */
export async function addCustomer(
  deps: Deps,
  draft: CustomerDraft,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) =>
    ok(await putNewCustomer(writer, draft)),
  );
}

/** Adds a customer who is at the counter: both rows in one transaction. */
export async function addCustomerWithVisit(
  deps: Deps,
  newCustomer: CustomerDraft,
  visit: VisitDraft,
): Promise<Result<{ readonly customer: Customer; readonly visit: Visit }, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const customer = await putNewCustomer(writer, newCustomer);
    const draft = { ...visit, customerId: customer.id };
    const context = await readVisitContext(writer.db, draft);
    return ok({ customer, visit: await insertVisit(writer, draft, context) });
  });
}

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

async function putNewCustomer(writer: ShopWriter, draft: CustomerDraft): Promise<Customer> {
  const known = await readCustomer(writer.db, draft.id);
  if (known !== undefined) return known;
  const customer = { ...draft, made: writer.timestamp, edits: {} };
  await putCustomer(writer, customer);
  return customer;
}
