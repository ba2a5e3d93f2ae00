import { groupBy } from '#lib/group-by.ts';
import { isPresent, mergedCustomer, type Customer, type CustomerId } from './customer.ts';

/** Each person who is present as one, with those merged into them. */
export function presentPeople(customers: readonly Customer[]): readonly Customer[] {
  const merged = groupBy(customers, ({ mergedInto }) => mergedInto);
  const joinedTo = (id: CustomerId): readonly Customer[] =>
    (merged.get(id) ?? []).flatMap((each) => [each, ...joinedTo(each.id)]);
  return customers
    .filter(isPresent)
    .map((customer) => mergedCustomer(customer, joinedTo(customer.id)));
}
