// What of the shop a list is compared with: the people it knows, each with all that was merged into
// them, and its visits on the days of the list.

import {
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { groupBy } from '#lib/group-by.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import { readVisitsOnDays } from '#storage/bulk/visits-on-days.ts';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import type { KnownShop } from '#formats/lists/resolve-list.ts';
import type { Deps } from '#app/deps.ts';

/** The people and visits that `plan` is compared with. */
export async function readKnownShop(
  deps: Deps,
  plan: Pick<ImportPlan, 'visits'>,
): Promise<KnownShop> {
  const customers = await readCustomers(deps.db);
  const visits = await readVisitsOnDays(deps.db, new Set(plan.visits.map(({ day }) => day)));
  const survivors = survivorsOf(customers);
  return {
    customers: presentCustomers(customers, survivors),
    visits: visits.map((visit) => ({
      ...visit,
      customerId: visit.customerId === null ? null : (survivors.get(visit.customerId) ?? null),
    })),
  };
}

function presentCustomers(
  customers: readonly Customer[],
  survivors: ReadonlyMap<CustomerId, CustomerId>,
): readonly Customer[] {
  const joined = groupBy(
    customers.filter(({ voided, mergedInto }) => !voided && mergedInto !== null),
    ({ id }) => survivors.get(id) ?? id,
  );
  return customers
    .filter(isPresent)
    .map((customer) => mergedCustomer(customer, joined.get(customer.id) ?? []));
}

/** For each customer the one that they were merged into in the end. */
function survivorsOf(customers: readonly Customer[]): ReadonlyMap<CustomerId, CustomerId> {
  const targets = new Map(customers.map(({ id, mergedInto }) => [id, mergedInto]));
  return new Map(customers.map(({ id }) => [id, survivorOf(targets, id)]));
}

function survivorOf(
  targets: ReadonlyMap<CustomerId, CustomerId | null>,
  id: CustomerId,
): CustomerId {
  const passed = new Set<CustomerId>();
  let survivor = id;
  for (;;) {
    const next = targets.get(survivor) ?? null;
    if (next === null || passed.has(survivor)) return survivor;
    passed.add(survivor);
    survivor = next;
  }
}
