// The id of somebody who asked to be forgotten, kept so that no older copy brings them back.
// Nothing else is kept.

import type { Day } from '#lib/day.ts';
import type { CustomerId } from './customer.ts';

/** An id that was forgotten for good, so that no old copy brings the person back. */
export interface Erasure {
  readonly customerId: CustomerId;
  readonly day: Day;
}
