// What was decided in one week: who could be chosen, who was, who was passed over, and the budget
// of that week.

import type { Day } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

/** What of a week’s decision may change. */
export type WeekDecisionsField =
  | 'eligible'
  | 'chosen'
  | 'heldOut'
  | 'skipped'
  | 'budgetMoney'
  | 'budgetPieces';

/** What was decided in one week: who could be chosen, who was, and with what budget. */
export interface WeekDecisions extends VersionedRow<WeekDecisionsField> {
  /** The Monday. */
  readonly week: Day;
  readonly eligible: readonly CustomerId[];
  readonly chosen: readonly CustomerId[];
  /** Drawn by lot to get nothing, when the owner opted in; empty otherwise. */
  readonly heldOut: readonly CustomerId[];
  readonly skipped: readonly CustomerId[];
  /** Minor units. */
  readonly budgetMoney: number;
  readonly budgetPieces: number;
}
