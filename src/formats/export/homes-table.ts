// Who lives together, one row for each person of a home.

import type { Customer } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Household } from '#domain/customers/household.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { textCell, yesCell, type ExportTable } from './export-table.ts';

interface HomeFacts {
  readonly customers: readonly Customer[];
  readonly households: readonly Household[];
}

/** `people`: everybody as lists name them. With one person left it is no home of several. */
export function homesTable(
  { customers, households }: HomeFacts,
  people: readonly Customer[],
): ExportTable {
  const members = byHome(people);
  const waiting = byHome(customers.filter(({ forgottenOn }) => forgottenOn !== null));
  const homes = households
    .filter(({ id, voided }) => !voided && (members.get(id)?.length ?? 0) > 1)
    .toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id));
  return {
    name: 'Homes',
    headings: ['Home ID', 'Home', 'Name on letters', 'Regulars ID', 'Name', 'Address counts'],
    rows: homes.flatMap(({ id, name, letterName, addressOf }) => {
      // Whoever waits to be erased may be a part of what the home is called.
      const isSaid = !waiting.has(id);
      return (members.get(id) ?? []).map((person) => [
        textCell(id),
        textCell(isSaid ? name : null),
        textCell(isSaid ? letterName : null),
        textCell(person.id),
        textCell(person.name),
        yesCell(person.id === addressOf),
      ]);
    }),
  };
}

function byHome(people: readonly Customer[]): ReadonlyMap<HouseholdId, readonly Customer[]> {
  const homes = new Map<HouseholdId, Customer[]>();
  for (const person of people) {
    if (person.householdId === null) continue;
    const known = homes.get(person.householdId);
    if (known === undefined) homes.set(person.householdId, [person]);
    else known.push(person);
  }
  return homes;
}
