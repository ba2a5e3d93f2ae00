// Checks rows while they are written with the reader's own rules: with the verified bytes this
// equals parsing the file, at half the cost. Must never be milder than the reader.

import { totalRows, type BackupHeader } from './format.ts';
import { maxLineLength, maxBackupRows, parseRow } from './reader.ts';
import { byFactTable, factTables, type FactTable } from '#schema/tables.ts';
import { maxDepth, isWithinBounds } from '#schema/validate-row.ts';

export interface RowRules {
  /** Rows as they are written, and their lines. */
  readonly check: (table: FactTable, rows: readonly unknown[], lines: string) => void;
  /** Rows so far that a reader would skip. */
  readonly skippedRows: () => number;
  /** After the last rows: whether a reader accepts the whole. */
  readonly isAccepted: () => boolean;
}

/** The rules for the backup that begins with `head`. */
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
    skippedRows: () => totalRows(faulty),
    isAccepted: () =>
      !isTooLarge &&
      totalRows(seen) <= maxBackupRows &&
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
