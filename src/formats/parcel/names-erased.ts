// Whether a parcel still holds something of people who were erased. Rather says so once too often:
// a parcel that is emptied has its other rows sealed anew.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import { factTables, type FactBatch, type FactRows, type FactTable } from '#schema/tables.ts';
import { withoutErased } from '#formats/backup/merge-facts.ts';

export interface ErasedPeople {
  readonly erased: ReadonlySet<CustomerId>;
  /** Homes without a name, which may have had one of people who lived there. */
  readonly nameless: ReadonlySet<HouseholdId>;
}

export function namesErased(facts: FactBatch, { erased, nameless }: ErasedPeople): boolean {
  const left = withoutErased(facts, erased);
  return (
    factTables.some((table) => isOther(facts[table], left[table])) ||
    facts.households.some((home) => nameless.has(home.id) && hasName(home))
  );
}

type Rows = readonly FactRows[FactTable][];

function isOther(some: Rows, others: Rows): boolean {
  return (
    some.length !== others.length ||
    some.some((row, index) => JSON.stringify(row) !== JSON.stringify(others[index]))
  );
}

function hasName({ name, letterName }: FactRows['households']): boolean {
  return name !== '' || letterName !== '';
}
