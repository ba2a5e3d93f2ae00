import * as v from 'valibot';
import type { Erasure } from '#domain/customers/erasure.ts';
import { customerId, day, text, type RowCheck } from './fields.ts';

/** The check of a row of erasures. */
export const erasureRow: RowCheck<Erasure> = v.object({
  customerId,
  day,
  marks: v.array(text),
});
