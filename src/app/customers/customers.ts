// Adding a person and changing what the shop knows about them.

import {
  blankCustomer,
  customerIdFrom,
  type Customer,
  type CustomerFields,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { writeDraft, type VisitDraft } from './visits.ts';

/** A new person's card before it is on the disk. */
export type CustomerDraft = Omit<Customer, 'made' | 'edits'>;

/** What a new card begins with: a name, and whatever else is known. `zone` is the shop's. */
export interface NewCustomer extends Partial<CustomerFields> {
  readonly name: string;
  readonly zone: string;
}

/** A blank card with `existing` filled in, ready to be added. */
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

/** Adds a person without a visit. Saying the same draft twice adds it once. */
export async function addCustomer(
  deps: Deps,
  draft: CustomerDraft,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) =>
    ok(await putNewCustomer(writer, draft)),
  );
}

/** Adds a person who stands at the counter: the card and the visit in one transaction. */
export async function addCustomerWithVisit(
  deps: Deps,
  draft: CustomerDraft,
  visit: VisitDraft,
): Promise<Result<{ readonly customer: Customer; readonly visit: Visit }, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const customer = await putNewCustomer(writer, draft);
    return ok({ customer, visit: await writeDraft(writer, { ...visit, customerId: customer.id }) });
  });
}

/** Changes fields of a card. Only what differs gets a new stamp. */
export async function changeCustomer(
  deps: Deps,
  id: CustomerId,
  changes: Partial<CustomerFields>,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readCustomer(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, changes, writer.timestamp);
    await putCustomer(writer, after);
    return ok(after);
  });
}

async function putNewCustomer(writer: ShopWriter, draft: CustomerDraft): Promise<Customer> {
  const known = await readCustomer(writer.db, draft.id);
  if (known !== undefined) return known;
  const customer = { ...draft, made: writer.timestamp, edits: {} };
  await putCustomer(writer, customer);
  return customer;
}
