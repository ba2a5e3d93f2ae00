// Merges the facts of two devices: each row once, without anybody erased on either. The result does
// not depend on the order or on repetition.

import type { CustomerId, Erasure } from '#domain/customers/customer.ts';
import { isConflict, mergeRows } from '#domain/backup/merge-rows.ts';
import { anonymousVisit } from '#domain/visits/visit.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
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
  return { ...factBatch((table) => mergeTables(a[table], b[table])), erasures };
}

/** `batch` without the people `erased`; their visits stay, with the same stamps everywhere. */
export function withoutErased(batch: FactBatch, erased: ReadonlySet<CustomerId>): FactBatch {
  if (erased.size === 0) return batch;
  const isErased = (id: CustomerId | null): boolean => id !== null && erased.has(id);
  return {
    ...batch,
    customers: batch.customers
      .filter(({ id }) => !isErased(id))
      .map((customer) => ({
        ...customer,
        sentBy: isErased(customer.sentBy) ? null : customer.sentBy,
        mergedInto: isErased(customer.mergedInto) ? null : customer.mergedInto,
      })),
    visits: batch.visits.map((visit) =>
      isErased(visit.customerId) ? { ...visit, ...anonymousVisit } : visit,
    ),
    moments: batch.moments
      .filter((moment) => !isErased(moment.customerId))
      .map((moment) => ({ ...moment, about: isErased(moment.about) ? null : moment.about })),
    gestures: batch.gestures.filter((gesture) => !isErased(gesture.customerId)),
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
  const merged = new Map<CustomerId, Erasure>();
  for (const erasure of [...ours, ...theirs]) {
    const known = merged.get(erasure.customerId);
    merged.set(
      erasure.customerId,
      known === undefined ? erasure : mergeTwoErasures(known, erasure),
    );
  }
  return [...merged.values()].toSorted(byKey);
}

function mergeTwoErasures(a: Erasure, b: Erasure): Erasure {
  const marks = [...new Set([...a.marks, ...b.marks])].toSorted(compareCodePoints);
  return { ...a, day: a.day < b.day ? a.day : b.day, marks };
}

function mergeTables<Row extends FactRows[FactTable]>(
  ours: readonly Row[],
  theirs: readonly Row[],
): readonly Row[] {
  const merged = new Map<string, Row>();
  for (const row of [...ours, ...theirs]) {
    const key = keyOfFact(row);
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : mergeTwo(known, row));
  }
  return [...merged.values()].toSorted(byKey);
}

function mergeTwo<Row extends FactRows[FactTable]>(a: Row, b: Row): Row {
  return isVersioned(a) && isVersioned(b) ? mergeRows(a, b) : a;
}

function isVersioned<Row extends object>(row: Row): row is Row & VersionedRow<string> {
  return 'made' in row;
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
