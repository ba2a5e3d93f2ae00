// From anything to rows. New objects are built field by field, so that nothing unknown and no
// prototype comes along. Must never repair: a row is right, or refused with the place that is
// wrong.

import * as v from 'valibot';
import { failed, ok, type Result } from '#lib/result.ts';
import type { RowCheck } from './rows/fields.ts';
import { rowChecks } from './rows/row-checks.ts';
import { parsePlainVisit } from './rows/visit-row.ts';
import type { FactRows, FactTable } from './tables.ts';

/** The path where a value is no row of its table (`permissions.0.day`, empty for the whole). */
export interface RowFault {
  readonly table: FactTable;
  readonly path: string;
  readonly expected: string;
}

/** Levels of lists and objects in a line of a file; our deepest row needs all of them. */
export const maxDepth = 6;

/** Names that one object may have. */
const maxKeys = 200;

const checks: { readonly [Table in FactTable]: RowCheck<FactRows[Table]> } = rowChecks;

type Shortcut<Row> = (value: unknown) => Row | undefined;

// A shop has a hundred visits for each row of any other kind: of them the check is written out.
const shortcuts: { readonly [Table in FactTable]?: Shortcut<FactRows[Table]> } = {
  visits: parsePlainVisit,
};

/** The row of `table` that `value` is, newly built; or the first thing that is wrong with it. */
export function validateRow<Table extends FactTable>(
  table: Table,
  value: unknown,
): Result<FactRows[Table], RowFault> {
  const shortcut: Shortcut<FactRows[Table]> | undefined = shortcuts[table];
  const plain = shortcut?.(value);
  if (plain !== undefined) return ok(plain);
  const check: RowCheck<FactRows[Table]> = checks[table];
  const read = v.safeParse(check, value, { abortEarly: true });
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  return failed({ table, path: v.getDotPath(issue) ?? '', expected: issue.message });
}

/** Whether `value` has no more than `levels` levels and no objects wider than `maxKeys`. */
export function isWithinBounds(value: unknown, levels: number = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  const inside: readonly unknown[] = Object.values(value);
  if (!Array.isArray(value) && inside.length > maxKeys) return false;
  for (const each of inside)
    if (typeof each === 'object' && !isWithinBounds(each, levels - 1)) return false;
  return true;
}
