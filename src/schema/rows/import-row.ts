// What a row of the imports table must be.

import * as v from 'valibot';
import type {
  ImportField,
  ImportId,
  RowProblem,
  RowProblemCode,
  ShopImport,
} from '#domain/import/shop-import.ts';
import { count, id, oneOf, versionFields, text, whole, type RowCheck } from './fields.ts';

const fields: Readonly<Record<ImportField, true>> = { finishedAt: true, undoneAt: true };

const codes: Readonly<Record<RowProblemCode, RowProblemCode>> = {
  'no-name': 'no-name',
  'no-day': 'no-day',
  'not-a-day': 'not-a-day',
  'day-ahead': 'day-ahead',
  'not-a-time': 'not-a-time',
  'not-an-amount': 'not-an-amount',
  'negative-amount': 'negative-amount',
  'not-a-birthday': 'not-a-birthday',
  'ragged-row': 'ragged-row',
  cancelled: 'cancelled',
  refund: 'refund',
  'too-long': 'too-long',
};

const problem: RowCheck<RowProblem> = v.object({
  row: count,
  column: text,
  code: oneOf(Object.values(codes)),
  text,
  left: oneOf(['row', 'part']),
});

/** The check of a row of imports. */
export const importRow: RowCheck<ShopImport> = v.object({
  id: id<ImportId>(),
  fileName: text,
  fileHash: text,
  at: whole,
  rows: count,
  people: count,
  visits: count,
  problems: v.array(problem),
  problemCount: count,
  finishedAt: v.nullable(whole),
  undoneAt: v.nullable(whole),
  ...versionFields(fields),
});
