// The file that carries a whole shop: one fact per line as JSON, a head that says what it is, an
// end with a checksum over all before it. It is our own format, not a picture of our tables, so
// that old files never tie the tables' hands. A released version stays readable for ever: never
// change what version 1 means, add a version beside it (test/fixtures/copy-v1.ndjson guards that).

import type { FactTable } from '#schema/tables.ts';

/** The version that is written. */
export const backupVersion = 1;

/** What the head of every copy calls itself. */
export const backupFormatName = 'regulars-copy';

/** How many rows there are of each table. */
export type FactCounts = { readonly [Table in FactTable]: number };

/** The first line, as the app knows it. */
export interface BackupHeader {
  /** The version of the tables that the rows were written with. */
  readonly schema: number;
  /** The version of the app that wrote it. */
  readonly app: string;
  /** The shop's id, the same across devices and copies. */
  readonly shop: string;
  /** The instant, ISO 8601 in UTC. */
  readonly made: string;
  readonly counts: FactCounts;
  /**
   * Mistakes of the program before a rescue, without anything of the shop's; readers pass over
   * them.
   */
  readonly errors?: readonly string[];
}

/**
 * A checksum over text as UTF-8, given in small parts: the pure layers have no cryptography of
 * their own.
 */
export interface TextHash {
  readonly update: (text: string) => void;
  /** Of all text so far, in small hex letters. */
  readonly hex: () => string;
}

/** Writes a copy as pieces of text, in this order: head, rows any number of times, end. */
export interface BackupWriter {
  readonly head: () => string;
  /** Rows as stored; also ones that a damaged shop still gives. */
  readonly rows: (table: FactTable, rows: readonly unknown[]) => string;
  readonly end: () => string;
}

/** A writer of one copy. `hash` must be new. */
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
