// Whether a copy in the making will be taken by whoever reads it: the reader's rules, asked of the
// rows while they are written. The file is read again byte by byte afterwards; together that is
// what reading it line by line would say, at half the price. Must never be milder than the reader.

import type { BackupHeader } from './format.ts';
import { maxLineLength, maxBackupRows, parseRow } from './reader.ts';
import { byFactTable, factTables, type FactTable } from '#schema/tables.ts';
import { maxDepth, isWithinBounds } from '#schema/validate-row.ts';

/** Looks at what is written into one copy. */
export interface RowRules {
  /** Rows as they are written, and their lines. */
  readonly check: (table: FactTable, rows: readonly unknown[], lines: string) => void;
  /** Rows that a reader counts and passes over, so far. */
  readonly leftOut: () => number;
  /** Whether a reader will take the whole, after the last rows. */
  readonly isAccepted: () => boolean;
}

/** What a reader will say of the copy that begins with `head`. */
export function rowRulesFor({ schema, counts }: Pick<BackupHeader, 'schema' | 'counts'>): RowRules {
  const seen = byFactTable(() => 0);
  const faulty = byFactTable(() => 0);
  let isTooLarge = false;
  return {
    check(table, rows, lines) {
      seen[table] += rows.length;
      isTooLarge ||= hasOversizedLine(lines);
      for (const row of rows) {
        // The row is one level below its line.
        isTooLarge ||= !isWithinBounds(row, maxDepth - 1);
        if (!parseRow(table, row, schema).ok) faulty[table] += 1;
      }
    },
    leftOut: () => sumOf(faulty),
    isAccepted: () =>
      !isTooLarge &&
      sumOf(seen) <= maxBackupRows &&
      factTables.every((table) => seen[table] === counts[table]) &&
      seen.settings === 1 &&
      faulty.settings === 0,
  };
}

function hasOversizedLine(lines: string): boolean {
  return (
    lines.length > maxLineLength && lines.split('\n').some((line) => line.length > maxLineLength)
  );
}

function sumOf(counts: Readonly<Record<FactTable, number>>): number {
  return factTables.reduce((sum, table) => sum + counts[table], 0);
}
