import {
  blankCustomer,
  customerIdFrom,
  type Customer,
  type CustomerFields,
} from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Visit, VisitDraft } from '#domain/visits/visit.ts';
import { ok, type Result } from '#lib/result.ts';
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

async function putNewCustomer(writer: ShopWriter, draft: CustomerDraft): Promise<Customer> {
  const known = await readCustomer(writer.db, draft.id);
  if (known !== undefined) return known;
  const customer = { ...draft, made: writer.timestamp, edits: {} };
  await putCustomer(writer, customer);
  return customer;
}
