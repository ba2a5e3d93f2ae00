// Rows whose fields may change carry one timestamp for their making and one for each field changed
// since, so that two tablets' rows merge field by field. A field without an entry in `edits` is as
// it was made.

import type { HlcTimestamp } from '#lib/hlc.ts';
import { keysOf } from '#lib/typed-keys.ts';

/** The timestamps of a row whose changeable fields are named by `Field`. */
export interface VersionedRow<Field extends string> {
  readonly made: HlcTimestamp;
  readonly edits: Readonly<Partial<Record<Field, HlcTimestamp>>>;
}

/** Changes of a row: those of its fields that may change, some of them. */
export type ChangesOf<Row extends VersionedRow<string>> = Partial<
  Pick<Row, keyof Row['edits'] & keyof Row>
>;

/** `row` with `changes`, each changed field marked with `timestamp`. */
export function withChanges<Row extends VersionedRow<string>>(
  row: Row,
  changes: ChangesOf<Row>,
  timestamp: HlcTimestamp,
): Row {
  const changed = changedFields(row, changes);
  const edits = Object.fromEntries(keysOf(changed).map((field) => [field, timestamp]));
  return { ...row, ...changed, edits: { ...row.edits, ...edits } };
}

/** Those of `changes` that differ from `row`: what another window saved meanwhile stays. */
export function changedFields<Row extends VersionedRow<string>>(
  row: Row,
  changes: ChangesOf<Row>,
): ChangesOf<Row> {
  const changed = { ...changes };
  for (const field of keysOf(changes))
    if (isSame(row[field], changes[field])) delete changed[field];
  return changed;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
