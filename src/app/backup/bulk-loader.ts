// Writes facts into a database that nobody has open yet: small batches gathered into large writes,
// with digests to verify them by. Unfinished imports are left out.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { ok, type Result } from '#lib/result.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { factTables, mergeBatches, type FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/transaction.ts';
import type { ShopDexie } from '#storage/database.ts';
import { addToDigests, emptyDigests, type TableDigests } from '#storage/restore/finish-restore.ts';
import { putWithoutObservers } from '#storage/bulk/raw-bulk-put.ts';

const rowsPerWrite = 5_000;

export interface BulkLoader {
  readonly add: (batch: FactBatch) => Promise<Result<null, BackupProblem>>;
  /** Writes what is still waiting. */
  readonly finish: () => Promise<Result<null, BackupProblem>>;
  readonly digests: () => TableDigests;
  /** The latest stamp of all rows; null when there was none. */
  readonly maxTimestamp: () => HlcTimestamp | null;
}

export function createBulkLoader(db: ShopDexie): BulkLoader {
  let digests = emptyDigests;
  let latest: HlcTimestamp | null = null;
  let waiting: FactBatch[] = [];
  let rows = 0;
  const unfinished = new Set<ImportId>();
  let writing: Promise<Result<null, BackupProblem>> = Promise.resolve(ok(null));

  // One batch is written while the next is read, never more.
  async function writeNext(): Promise<Result<null, BackupProblem>> {
    const batch = mergeBatches(waiting);
    waiting = [];
    rows = 0;
    digests = addToDigests(digests, batch);
    const before = await writing;
    if (before.ok) writing = writeBatch(db, batch);
    return before;
  }

  return {
    async add(batch) {
      for (const row of batch.imports) if (row.finishedAt === null) unfinished.add(row.id);
      const finished = withoutUnfinished(batch, unfinished);
      waiting.push(finished);
      rows += rowsIn(finished);
      latest = latestTimestampIn(finished, latest);
      return rows < rowsPerWrite ? ok(null) : writeNext();
    },
    async finish() {
      const before = await writeNext();
      return before.ok ? writing : before;
    },
    digests: () => digests,
    maxTimestamp: () => latest,
  };
}

async function writeBatch(db: ShopDexie, batch: FactBatch): Promise<Result<null, BackupProblem>> {
  const filled = factTables.filter((table) => batch[table].length > 0);
  if (filled.length === 0) return ok(null);
  const rows = Object.fromEntries(filled.map((table) => [table, batch[table]]));
  const put = await attempt(() => putWithoutObservers(db, rows));
  return put.ok ? ok(null) : put;
}

// The visits of an import that was unfinished at the time of the backup were only staged.
function withoutUnfinished(batch: FactBatch, unfinished: ReadonlySet<ImportId>): FactBatch {
  if (unfinished.size === 0) return batch;
  const isFinished = (row: { readonly importId: ImportId | null }): boolean =>
    row.importId === null || !unfinished.has(row.importId);
  return {
    ...batch,
    imports: batch.imports.filter((row) => row.finishedAt !== null),
    visits: batch.visits.filter(isFinished),
  };
}

function rowsIn(batch: FactBatch): number {
  return factTables.reduce((sum, table) => sum + batch[table].length, 0);
}

/** The latest timestamp in `batch`, or `before` where that is later. */
export function latestTimestampIn(
  batch: FactBatch,
  before: HlcTimestamp | null,
): HlcTimestamp | null {
  let latest = before;
  for (const table of factTables) {
    for (const row of batch[table]) {
      if (!('made' in row)) continue;
      latest = Object.values(row.edits).reduce(laterTimestamp, laterTimestamp(latest, row.made));
    }
  }
  return latest;
}

function laterTimestamp(latest: HlcTimestamp | null, stamp: HlcTimestamp): HlcTimestamp {
  return latest === null || stamp > latest ? stamp : latest;
}
