import type { Day } from '#lib/day.ts';
import type { CustomerId } from './customer.ts';

/**
 * The id of somebody erased, so that no older backup brings them back, and marks by which a list
 * that still names them is recognised. Nothing else is kept.
 */
export interface Erasure {
  readonly customerId: CustomerId;
  readonly day: Day;
  /** See `erasure-marks.ts`; none in rows of older code. Without repeats, in order. */
  readonly marks: readonly string[];
}
