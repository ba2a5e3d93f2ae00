// The backup file: a header, one fact per line as JSON, an end with a checksum; independent of the
// tables. Never change a released version, add one beside it (test/fixtures/copy-v1.ndjson guards
// it).

import { factTables, type FactTable } from '#schema/tables.ts';

export const backupVersion = 1;

export const backupFormatName = 'regulars-copy';

export type FactCounts = { readonly [Table in FactTable]: number };

export function totalRows(counts: FactCounts): number {
  return factTables.reduce((sum, table) => sum + counts[table], 0);
}

/** The first line, as the app knows it. */
export interface BackupHeader {
  /** The version of the tables at the time of writing. */
  readonly schema: number;
  readonly app: string;
  /** The shop's id, the same across devices and backups. */
  readonly shop: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly made: string;
  readonly counts: FactCounts;
  /** Recent errors of the app, only in a salvaged backup; without shop data, ignored on reading. */
  readonly errors?: readonly string[];
}

/** A checksum over text as UTF-8: the pure layers have no cryptography of their own. */
export interface TextHash {
  readonly update: (text: string) => void;
  /** Of all text so far, in lower-case hex. */
  readonly hex: () => string;
}

/** Writes a backup in this order: header, rows any number of times, end. */
interface BackupWriter {
  readonly head: () => string;
  /** Rows as stored, invalid ones too. */
  readonly rows: (table: FactTable, rows: readonly unknown[]) => string;
  readonly end: () => string;
}

/** A writer of one backup. `hash` must be new. */
export function backupWriter(head: BackupHeader, hash: TextHash): BackupWriter {
  let written = 0;
  function hashed(text: string): string {
    hash.update(text);
    return text;
  }
  return {
    head() {
      const { schema, app, shop, made, counts, errors } = head;
      const about = { schema, app, shop, made, counts, errors };
      const line = { t: 'head', fmt: backupFormatName, v: backupVersion, ...about };
      return hashed(`${JSON.stringify(line)}\n`);
    },
    rows(table, rows) {
      written += rows.length;
      return hashed(rows.map((r) => `${JSON.stringify({ t: table, r })}\n`).join(''));
    },
    end: () => `${JSON.stringify({ t: 'end', rows: written, sha256: hash.hex() })}\n`,
  };
}
