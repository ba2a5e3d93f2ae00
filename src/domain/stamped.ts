// Rows whose fields may change carry one stamp for the making of the row and one for each field changed since,
// so that two copies of a shop can be merged field by field. A field without an entry in `edits` is as it was made.

import type { Stamp } from '#lib/stamp.ts';

/** The stamps of a row whose changeable fields are named by `Field`. */
export interface Stamped<Field extends string> {
  readonly made: Stamp;
  readonly edits: Readonly<Partial<Record<Field, Stamp>>>;
}

/** `row` with `changes` applied, each changed field marked with `stamp`. Fields whose value stays the same keep their old stamp. */
export function withChanges<Field extends string, Row extends Stamped<Field>>(
  row: Row,
  changes: Partial<Pick<Row, Field & keyof Row>>,
  stamp: Stamp,
): Row {
  const edits: Partial<Record<string, Stamp>> = { ...row.edits };
  for (const [field, value] of Object.entries(changes)) {
    if (!isSame(Object.entries(row).find(([name]) => name === field)?.[1], value))
      edits[field] = stamp;
  }
  return { ...row, ...changes, edits };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
