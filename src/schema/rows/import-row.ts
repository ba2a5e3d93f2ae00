import * as v from 'valibot';
import {
  rowProblemCodes,
  type ImportFields,
  type ImportId,
  type RowProblem,
  type ShopImport,
} from '#domain/import/shop-import.ts';
import { count, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const problem: RowCheck<RowProblem> = v.object({
  row: count,
  column: text,
  code: oneOf(rowProblemCodes),
  text,
  left: oneOf(['row', 'part']),
});

const fields: FieldChecks<ImportFields> = {
  finishedAt: v.nullable(whole),
  undoneAt: v.nullable(whole),
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
