// Rows whose fields may change carry one stamp for the making of the row and one for each field
// changed since, so that two copies of a shop can be merged field by field. A field without an
// entry in `edits` is as it was made.

import type { HlcTimestamp } from '#lib/hlc.ts';

/** The stamps of a row whose changeable fields are named by `Field`. */
export interface VersionedRow<Field extends string> {
  readonly made: HlcTimestamp;
  readonly edits: Readonly<Partial<Record<Field, HlcTimestamp>>>;
}

/** The fields of `CsvRow` that may change. */
type FieldOf<Row extends VersionedRow<string>> = keyof Row['edits'] & keyof Row;

/**
 * `row` with `changes` applied, each changed field marked with `timestamp`. Fields whose value
 * stays the same keep their old stamp.
 */
export function withChanges<Row extends VersionedRow<string>>(
  row: Row,
  changes: Partial<Pick<Row, FieldOf<Row>>>,
  timestamp: HlcTimestamp,
): Row {
  const changed = changedFields(row, changes);
  const edits = Object.fromEntries(namesIn(changed).map((field) => [field, timestamp]));
  return { ...row, ...changed, edits: { ...row.edits, ...edits } };
}

/**
 * Those of `changes` that say something else than `row`. A form that was open for a while gives
 * only these to be written: what another window has saved meanwhile stays.
 */
export function changedFields<Row extends VersionedRow<string>>(
  row: Row,
  changes: Partial<Pick<Row, FieldOf<Row>>>,
): Partial<Pick<Row, FieldOf<Row>>> {
  const changed = { ...changes };
  for (const field of namesIn(changes))
    if (isSame(row[field], changes[field])) delete changed[field];
  return changed;
}

// A loop over the names keeps their type, which Object.keys loses.
function namesIn<Fields extends object>(fields: Fields): readonly (keyof Fields & string)[] {
  const names: (keyof Fields & string)[] = [];
  for (const name in fields) names.push(name);
  return names;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
