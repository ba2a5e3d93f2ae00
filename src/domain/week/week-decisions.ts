// What was decided in one week: who could be chosen, who was, who was passed over, and the budget
// of that week.

import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export interface WeekFields {
  readonly eligible: readonly CustomerId[];
  readonly chosen: readonly CustomerId[];
  /** Picked at random to get nothing, when the owner opted in; empty otherwise. */
  readonly heldOut: readonly CustomerId[];
  readonly skipped: readonly CustomerId[];
  /** Minor units. */
  readonly budgetMoney: number;
  readonly budgetPieces: number;
}

export interface WeekDecisions extends WeekFields, VersionedRow<keyof WeekFields> {
  /** The Monday. */
  readonly week: Day;
}
