// Who was here on a day, for those who log afterwards whom everybody forgot.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { readVisitsOn } from '#storage/tables/visits.ts';
import type { Deps } from '#app/deps.ts';

/** The latest visit of everybody with a name on `day`. */
export async function dayVisitors({ db }: Deps, day: Day): Promise<ReadonlyMap<CustomerId, Visit>> {
  const visits = await readVisitsOn(db, day);
  return new Map(
    visits
      .toReversed()
      .flatMap((visit) => (visit.customerId === null ? [] : [[visit.customerId, visit] as const])),
  );
}
