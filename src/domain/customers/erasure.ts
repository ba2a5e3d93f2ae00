import type { Day } from '#lib/day.ts';
import type { CustomerId } from './customer.ts';

/** The id of somebody erased, so that no older backup brings them back. Nothing else is kept. */
export interface Erasure {
  readonly customerId: CustomerId;
  readonly day: Day;
}
