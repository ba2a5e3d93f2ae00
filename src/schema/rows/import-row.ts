import * as v from 'valibot';
import type { ImportLayout } from '#domain/import/import-layout.ts';
import {
  rowProblemCodes,
  type ImportFields,
  type ImportId,
  type RowProblem,
  type ShopImport,
} from '#domain/import/shop-import.ts';
import { count, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const problem: RowCheck<RowProblem> = v.object({
  row: count,
  column: text,
  code: oneOf(rowProblemCodes),
  text,
  left: oneOf(['row', 'part']),
});

const layout: RowCheck<ImportLayout> = v.object({
  name: text,
  headings: v.array(text),
  firstIsHeadings: flag,
  meanings: v.array(text),
  order: v.nullable(oneOf(['day-first', 'month-first'])),
  encoding: v.nullable(text),
  delimiter: v.nullable(text),
  answers: v.record(text, text),
});

const fields: FieldChecks<ImportFields> = {
  finishedAt: v.nullable(whole),
  undoneAt: v.nullable(whole),
  layout: v.nullable(layout),
};

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
  ...fields,
  ...versionFields(fields),
});
