// How several people of one home stand on an envelope.

import type { Customer } from '#domain/customers/customer.ts';
import { sharedSurnameOf } from '#domain/customers/shared-surname.ts';
import { m } from '#i18n/catalogue.ts';
import { conjunctionText } from '#i18n/format.ts';

type NamedPerson = Pick<Customer, 'name' | 'letterName'>;

/** "A. and B. Khan", "Mr and Mrs Khan"; where the surnames differ, all names. */
export function homeNameText(people: readonly NamedPerson[]): string {
  const names = people.map(({ name, letterName }) => letterName || name);
  const shared = sharedSurnameOf(names);
  if (shared === null) return conjunctionText(names);
  return m.household_one_surname({ firsts: conjunctionText(shared.firsts), last: shared.last });
}
