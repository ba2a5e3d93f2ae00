// What a row of the visits table must be.

import * as v from 'valibot';
import type { ImportId } from '#domain/import.ts';
import { greatestAmount } from '#domain/money.ts';
import { visitMarks, type Visit, type VisitField, type VisitId } from '#domain/visit.ts';
import {
  count,
  customerId,
  day,
  flag,
  id,
  oneOf,
  stampsOf,
  text,
  whole,
  type RowCheck,
} from './fields.ts';

const fields: Readonly<Record<VisitField, true>> = {
  customerId: true,
  at: true,
  day: true,
  minute: true,
  kind: true,
  amount: true,
  reduced: true,
  marks: true,
  note: true,
  voided: true,
};

/** The check of a row of visits. */
export const visitRow: RowCheck<Visit> = v.object({
  id: id<VisitId>(),
  customerId: v.nullable(customerId),
  at: whole,
  day,
  minute: v.nullable(v.pipe(count, v.maxValue(1439))),
  kind: oneOf(['bought', 'browsed']),
  amount: v.nullable(v.pipe(count, v.maxValue(greatestAmount))),
  reduced: flag,
  marks: v.array(oneOf(visitMarks)),
  note: text,
  importId: v.nullable(id<ImportId>()),
  createdAt: whole,
  voided: flag,
  ...stampsOf(fields),
});
