// Merges two versions of one row field by field: the greater timestamp wins. The order in which
// tablets meet must not matter, nor how often. Must never invent a value or a timestamp.

import type { HlcTimestamp } from '#lib/hlc.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

type Edits = Readonly<Record<string, HlcTimestamp>>;

/** One version of a row as merging sees it: any fields, when it was made and when each changed. */
interface Version {
  readonly [field: string]: unknown;
  readonly made: HlcTimestamp;
  readonly edits: Edits;
}

/**
 * Two versions with the same key as one row. Commutative, associative and idempotent. Equal
 * timestamps with different values, which only a broken tablet writes, are settled by the value.
 */
export function mergeRows<Row extends VersionedRow<string>>(a: Row, b: Row): Row {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  const [left, right] = [versionOf(a), versionOf(b)];
  const made = left.made < right.made ? left.made : right.made;
  const merged: Record<string, unknown> = {};
  const edits: Record<string, HlcTimestamp> = {};
  for (const field of fieldsOf(left, right)) {
    const winner = winnerOf(left, right, field);
    if (Object.hasOwn(winner, field)) merged[field] = winner[field];
    const timestamp = timestampOf(winner, field);
    if (
      timestamp > made ||
      hasTimestamp(left, field, timestamp) ||
      hasTimestamp(right, field, timestamp)
    )
      edits[field] = timestamp;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field comes from one of two rows of this type
  return { ...merged, made, edits } as unknown as Row;
}

/** Whether both tablets changed the same field since the row was made, to different values. */
export function isConflict<Row extends VersionedRow<string>>(a: Row, b: Row): boolean {
  const [left, right] = [versionOf(a), versionOf(b)];
  return Object.keys(left.edits).some(
    (field) =>
      Object.hasOwn(right.edits, field) &&
      left.edits[field] !== right.edits[field] &&
      textOf(left, field) !== textOf(right, field),
  );
}

function versionOf(row: VersionedRow<string>): Version {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row is its fields and its timestamps
  return row as unknown as Version;
}

function fieldsOf(a: Version, b: Version): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => name !== 'made' && name !== 'edits');
}

function winnerOf(a: Version, b: Version, field: string): Version {
  const [ours, theirs] = [timestampOf(a, field), timestampOf(b, field)];
  if (ours !== theirs) return ours > theirs ? a : b;
  return textOf(a, field) >= textOf(b, field) ? a : b;
}

function timestampOf({ made, edits }: Version, field: string): HlcTimestamp {
  const edited = Object.hasOwn(edits, field) ? edits[field] : undefined;
  return edited === undefined || edited < made ? made : edited;
}

function hasTimestamp({ edits }: Version, field: string, timestamp: HlcTimestamp): boolean {
  return Object.hasOwn(edits, field) && edits[field] === timestamp;
}

function textOf(version: Version, field: string): string {
  return JSON.stringify(version[field]) ?? '';
}
