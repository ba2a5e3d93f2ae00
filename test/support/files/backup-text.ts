import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import {
  byFactTable,
  factTables,
  mergeBatches,
  type FactBatch,
  type FactTable,
} from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { backupWriter, type BackupHeader } from '#formats/backup/format.ts';
import { backupReader, type BackupContents } from '#formats/backup/reader.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';

/** Rows of any kind, as a damaged shop may hold them. */
export type LooseFacts = { readonly [Table in FactTable]: readonly unknown[] };

/** The text of a backup of `facts`. */
export function backupText(facts: LooseFacts, changes: Partial<BackupHeader> = {}): string {
  const counts = byFactTable((table) => facts[table].length);
  const made = '2026-06-18T09:42:00.000Z';
  const about = {
    schema: schemaVersion,
    app: '0.1.0',
    shop: 'test-shop',
    made,
    counts,
    ...changes,
  };
  const writer = backupWriter(about, sha256Stream());
  // One after another: the checksum of the end is over all that was asked for before it.
  const head = writer.head();
  const rows = factTables.map((table) => writer.rows(table, facts[table])).join('');
  return head + rows + writer.end();
}

export interface ReadText {
  readonly facts: FactBatch;
  readonly contents: BackupContents;
}

/** What is read from `text`, given to the reader in pieces of `pieceLength`. */
export function readBackupText(text: string, pieceLength = 1000): Result<ReadText, BackupProblem> {
  const reader = backupReader(sha256Stream());
  const batches: FactBatch[] = [];
  for (let from = 0; from < text.length; from += pieceLength) {
    const batch = reader.push(text.slice(from, from + pieceLength));
    if (!batch.ok) return batch;
    batches.push(batch.value);
  }
  const contents = reader.finish();
  if (!contents.ok) return failed(contents.problem);
  return ok({ facts: mergeBatches(batches), contents: contents.value });
}
