// What a row of the weeks table must be.

import * as v from 'valibot';
import type { WeekDecisions, WeekDecisionsField } from '#domain/week/week-decisions.ts';
import { customerId, day, versionFields, whole, type RowCheck } from './fields.ts';

const fields: Readonly<Record<WeekDecisionsField, true>> = {
  eligible: true,
  chosen: true,
  heldOut: true,
  skipped: true,
  budgetMoney: true,
  budgetPieces: true,
};

/** The check of a row of weeks. */
export const weekRow: RowCheck<WeekDecisions> = v.object({
  week: day,
  eligible: v.array(customerId),
  chosen: v.array(customerId),
  heldOut: v.array(customerId),
  skipped: v.array(customerId),
  budgetMoney: whole,
  budgetPieces: whole,
  ...versionFields(fields),
});
