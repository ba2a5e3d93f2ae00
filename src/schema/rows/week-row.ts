import * as v from 'valibot';
import type { WeekDecisions, WeekFields } from '#domain/week/week-decisions.ts';
import { customerId, day, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const fields: FieldChecks<WeekFields> = {
  eligible: v.array(customerId),
  chosen: v.array(customerId),
  heldOut: v.array(customerId),
  skipped: v.array(customerId),
  budgetMoney: whole,
  budgetPieces: whole,
};

export const weekRow: RowCheck<WeekDecisions> = v.object({
  week: day,
  ...fields,
  ...versionFields(fields),
});
