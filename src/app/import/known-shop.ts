// What of the shop a list is compared with: the people it knows, each with all that was merged into
// them, and those of its visits that may be in the list. In a shop of years most are of others, on
// the same days: where the list knows few of its people, their visits alone are read.

import {
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import {
  readVisitsOfPeople,
  readVisitsOnDays,
  type VisitOnDay,
} from '#storage/bulk/visits-on-days.ts';
import { matchPeople, type TillOrigin } from '#formats/lists/match-people.ts';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import type { KnownShop } from '#formats/lists/resolve-list.ts';
import type { Deps } from '#app/deps.ts';

type ListedPlan = Pick<ImportPlan, 'people' | 'visits'>;

/** The people and visits that `plan` is compared with. */
export async function readKnownShop(
  deps: Deps,
  plan: ListedPlan,
  origin: TillOrigin,
): Promise<KnownShop> {
  const customers = await readCustomers(deps.db);
  const survivors = survivorsOf(customers);
  const present = presentCustomers(customers, survivors);
  const meant = customersMeant(plan, present, origin);
  const records = customers.flatMap(({ id }) => (meant.has(survivors.get(id) ?? id) ? [id] : []));
  const isFew = records.length * minOthersForEach < customers.length;
  const visits = isFew
    ? await readVisitsOfFew(deps.db, plan, records)
    : await readVisitsOnDays(deps.db, daysOf(plan.visits));
  return {
    customers: present,
    visits: visits.map((visit) => ({
      ...visit,
      customerId: visit.customerId === null ? null : (survivors.get(visit.customerId) ?? null),
    })),
  };
}

/** From so many others in the shop on each person is worth a read of their own. */
const minOthersForEach = 10;

/** Who of the shop may be somebody of the list, whatever the owner answers. */
function customersMeant(
  { people }: ListedPlan,
  customers: KnownShop['customers'],
  origin: TillOrigin,
): ReadonlySet<CustomerId> {
  const matches = matchPeople(people, customers, origin);
  return new Set(matches.flatMap(({ other }) => (other.kind === 'customer' ? [other.id] : [])));
}

// A visit with a receipt, or without a name, may be that of anybody.
async function readVisitsOfFew(
  db: ShopDexie,
  { visits }: ListedPlan,
  people: readonly CustomerId[],
): Promise<readonly VisitOnDay[]> {
  const ofAnybody = visits.filter(({ person, receipt }) => person === null || receipt !== null);
  const ofPeople = visits.filter(({ person, receipt }) => person !== null && receipt === null);
  const found = [
    ...(await readVisitsOnDays(db, daysOf(ofAnybody))),
    ...(await readVisitsOfPeople(db, people, daysOf(ofPeople))),
  ];
  return [...new Map(found.map((visit) => [visit.id, visit])).values()];
}

function daysOf(visits: ListedPlan['visits']): ReadonlySet<Day> {
  return new Set(visits.map(({ day }) => day));
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
