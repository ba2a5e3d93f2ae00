// Merges the facts of two devices: each row once, without anybody erased on either. However many
// meet, in whatever order and how often: all end with equal rows.

import type { CustomerId, Erasure } from '#domain/customers/customer.ts';
import {
  customerWithout,
  gestureWithout,
  householdWithout,
  importWithoutTexts,
  momentWithout,
  visitWithout,
  weekWithout,
} from '#domain/backup/erased-rows.ts';
import { mergeCustomerRows } from '#domain/backup/merge-customer-rows.ts';
import { isConflict, mergeRows } from '#domain/backup/merge-rows.ts';
import { mergeSettings } from '#domain/backup/merge-settings.ts';
import { mergeVisits } from '#domain/backup/merge-visits.ts';
import { mergeWeeks } from '#domain/backup/merge-weeks.ts';
import { compareCodePoints } from '#lib/compare.ts';
import {
  factBatch,
  keyOfFact,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';

/** How a row of a backup differs from the open shop. */
export type RowDifference = 'fresh' | 'same' | 'changed' | 'conflict';

/** Merges `ours` and `theirs`, without anybody erased in them or `alsoErased`. Sorted by key. */
export function mergeFacts(
  ours: FactBatch,
  theirs: FactBatch,
  alsoErased: ReadonlySet<CustomerId> = new Set(),
): FactBatch {
  const erasures = mergeErasures(ours.erasures, theirs.erasures);
  const erased = new Set([...alsoErased, ...erasures.map((each) => each.customerId)]);
  const [a, b] = [withoutErased(ours, erased), withoutErased(theirs, erased)];
  const merged = factBatch((table) => mergeTables(a[table], b[table], rules[table]));
  return { ...merged, erasures };
}

/** `batch` without the people `erased`; their visits stay, with the same stamps everywhere. */
export function withoutErased(batch: FactBatch, erased: ReadonlySet<CustomerId>): FactBatch {
  if (erased.size === 0) return batch;
  const { customers, visits, moments, gestures, weeks, imports, households } = batch;
  const isOfOther = (row: { readonly customerId: CustomerId }): boolean =>
    !erased.has(row.customerId);
  return {
    ...batch,
    customers: customers
      .filter(({ id }) => !erased.has(id))
      .map((row) => customerWithout(row, erased)),
    visits: visits.map((row) => visitWithout(row, erased)),
    moments: moments.filter(isOfOther).map((row) => momentWithout(row, erased)),
    gestures: gestures.flatMap((row) => gestureWithout(row, erased) ?? []),
    weeks: weeks.map((row) => weekWithout(row, erased)),
    imports: imports.map(importWithoutTexts),
    households: households.map((row) => householdWithout(row, erased)),
  };
}

/** How `theirs` differs from `ours`, the row with the same key, if there is one. */
export function differenceOf<Name extends FactTable>(
  ours: FactRows[Name] | undefined,
  theirs: FactRows[Name],
): RowDifference {
  if (ours === undefined) return 'fresh';
  if (JSON.stringify(sorted(ours)) === JSON.stringify(sorted(theirs))) return 'same';
  return 'made' in ours && 'made' in theirs && isConflict(ours, theirs) ? 'conflict' : 'changed';
}

/** The erasures of both, each customer once, with the earlier day and the marks of both. */
export function mergeErasures(
  ours: readonly Erasure[],
  theirs: readonly Erasure[],
): readonly Erasure[] {
  return mergeTables(ours, theirs, rules.erasures);
}

function mergeTwoErasures(a: Erasure, b: Erasure): Erasure {
  const marks = [...new Set([...a.marks, ...b.marks])].toSorted(compareCodePoints);
  return { ...a, day: a.day < b.day ? a.day : b.day, marks };
}

type MergeRule<Name extends FactTable> = (a: FactRows[Name], b: FactRows[Name]) => FactRows[Name];

/** How two versions of a row become one. Each is a maximum, so that no order matters. */
const rules: { readonly [Name in FactTable]: MergeRule<Name> } = {
  settings: mergeSettings,
  erasures: mergeTwoErasures,
  customers: mergeCustomerRows,
  imports: mergeRows,
  visits: mergeVisits,
  moments: mergeRows,
  gestures: mergeRows,
  weeks: mergeWeeks,
  perks: mergeRows,
  households: mergeRows,
  rounds: mergeRows,
};

function mergeTables<Row extends FactRows[FactTable]>(
  ours: readonly Row[],
  theirs: readonly Row[],
  mergeTwo: (a: Row, b: Row) => Row,
): readonly Row[] {
  const merged = new Map<string, Row>();
  for (const row of [...ours, ...theirs]) {
    const key = keyOfFact(row);
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : mergeTwo(known, row));
  }
  return [...merged.values()].toSorted(byKey);
}

function byKey(a: FactRows[FactTable], b: FactRows[FactTable]): number {
  return compareCodePoints(keyOfFact(a), keyOfFact(b));
}

// Rows read from a file have their fields in the order of the file.
function sorted(row: FactRows[FactTable]): readonly (readonly [string, unknown])[] {
  return Object.entries(row)
    .map(([field, value]): readonly [string, unknown] =>
      field === 'edits' ? [field, Object.entries(value).toSorted(byName)] : [field, value],
    )
    .toSorted(byName);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
