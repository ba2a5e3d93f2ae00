import type { CustomerId } from '#domain/customers/customer.ts';
import type { Membership } from '#domain/week/segment.ts';
import { cohortOf, type CohortSource } from '#engine/profile/cohort.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { segmentsOf } from '#engine/segments/segments.ts';

/** The segments of one customer of a shop, in the shop's context. */
export function segmentsForCustomer(
  customerId: CustomerId,
  source: CohortSource,
): readonly Membership[] {
  const history = source.histories.find((each) => each.customerId === customerId);
  return history === undefined
    ? []
    : segmentsOf(profileOf(history, cohortOf(source), source.rules));
}
