// Two tablets' facts put together: everything either of them knows, each row once, and nobody who
// asked either of them to be forgotten. The result does not depend on who is asked first, nor on
// how often it is done.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Erasure } from '#domain/customers/erasure.ts';
import { isConflict, mergeRows } from '#domain/backup/merge-rows.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import { compareCodePoints } from '#lib/compare.ts';
import {
  factBatch,
  keyOfFact,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';

/** How a row of a file stands to the shop that is open. */
export type RowDifference = 'fresh' | 'same' | 'changed' | 'conflict';

/**
 * The facts of `ours` and `theirs` together, without whoever is erased in either or in
 * `alsoErased`. Rows are in the order of their keys.
 */
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

/**
 * `batch` without what is known of the people `erased`: their cards, moments and gestures go; what
 * the shop sold them stays, without a name and without a word. No stamp changes, so that either
 * tablet comes to the same rows.
 */
export function withoutErased(batch: FactBatch, erased: ReadonlySet<CustomerId>): FactBatch {
  if (erased.size === 0) return batch;
  const isErased = (id: CustomerId | null): boolean => id !== null && erased.has(id);
  return {
    ...batch,
    customers: batch.customers
      .filter((card) => !isErased(card.id))
      .map((card) => ({
        ...card,
        sentBy: isErased(card.sentBy) ? null : card.sentBy,
        mergedInto: isErased(card.mergedInto) ? null : card.mergedInto,
      })),
    visits: batch.visits.map((visit) =>
      isErased(visit.customerId) ? { ...visit, customerId: null, note: '', marks: [] } : visit,
    ),
    moments: batch.moments
      .filter((moment) => !isErased(moment.customerId))
      .map((moment) => ({ ...moment, about: isErased(moment.about) ? null : moment.about })),
    gestures: batch.gestures.filter((gesture) => !isErased(gesture.customerId)),
  };
}

/** How `theirs` differs from the row `ours` under the same key (undefined: there is none). */
export function differenceOf<Name extends FactTable>(
  ours: FactRows[Name] | undefined,
  theirs: FactRows[Name],
): RowDifference {
  if (ours === undefined) return 'fresh';
  if (JSON.stringify(sorted(ours)) === JSON.stringify(sorted(theirs))) return 'same';
  return 'made' in ours && 'made' in theirs && isConflict(ours, theirs) ? 'conflict' : 'changed';
}

/** The erasures of both, each person once, with the day on which it was asked for first. */
export function mergeErasures(
  ours: readonly Erasure[],
  theirs: readonly Erasure[],
): readonly Erasure[] {
  const merged = new Map<CustomerId, Erasure>();
  for (const erasure of [...ours, ...theirs]) {
    const known = merged.get(erasure.customerId);
    if (known === undefined || erasure.day < known.day) merged.set(erasure.customerId, erasure);
  }
  return [...merged.values()].toSorted(byKey);
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

// Rows read from a file name their fields in the order of the file.
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
