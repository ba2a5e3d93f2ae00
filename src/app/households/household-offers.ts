import type { CustomerId } from '#domain/customers/customer.ts';
import { comparableOf, compareTwoPeople } from '#domain/doubles/compare-two-people.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';

const maxOffers = 6;

/** Who may live with somebody: of one surname, with a phone or an address in common. */
export function householdOffers(
  roster: Roster,
  id: CustomerId,
  without: readonly CustomerId[],
): readonly RosterEntry[] {
  const person = roster.person(id);
  if (person === undefined) return [];
  const { phones, addresses } = person.customer;
  if (phones.length === 0 && addresses.length === 0) return [];
  const own = comparableOf(person.customer);
  return [...roster.people().values()]
    .filter((other) => other.id !== id && !without.includes(other.id))
    .filter(
      ({ customer }) =>
        compareTwoPeople(own, comparableOf({ ...customer, notSameAs: [] }), () => true)?.heap ===
        'one-home',
    )
    .slice(0, maxOffers);
}
