// Facts on their way into a database that nobody sees yet: small batches gathered into large writes, with digests to compare with afterwards.
// What a list that was never brought in to its end laid down stays out.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Stamp } from '#lib/hlc.ts';
import { factTables, joinedBatch, type FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import type { ShopDexie } from '#storage/database.ts';
import { digestsWith, noDigests, type Digests } from '#storage/restore/finish-restore.ts';
import { putUnseen } from '#storage/bulk/raw-bulk-put.ts';

/** Rows written in one go. */
const rowsAtOnce = 5_000;

/** Takes batches of facts. */
export interface Layer {
  readonly add: (batch: FactBatch) => Promise<Result<null, CopyProblem>>;
  /** Writes what still waits. */
  readonly finish: () => Promise<Result<null, CopyProblem>>;
  readonly digests: () => Digests;
  /** The greatest stamp of all rows; null when there was none. */
  readonly greatestStamp: () => Stamp | null;
}

/** A layer that writes to `db`. */
export function layerOn(db: ShopDexie): Layer {
  let digests = noDigests;
  let greatest: Stamp | null = null;
  let waiting: FactBatch[] = [];
  let rows = 0;
  const unfinished = new Set<ImportId>();
  let laying: Promise<Result<null, CopyProblem>> = Promise.resolve(ok(null));

  // The storage takes one piece while the next is read, and never more than one.
  async function layNext(): Promise<Result<null, CopyProblem>> {
    const batch = joinedBatch(waiting);
    waiting = [];
    rows = 0;
    digests = digestsWith(digests, batch);
    const before = await laying;
    if (before.ok) laying = laid(db, batch);
    return before;
  }

  return {
    async add(batch) {
      for (const row of batch.imports) if (row.finishedAt === null) unfinished.add(row.id);
      const finished = withoutUnfinished(batch, unfinished);
      waiting.push(finished);
      rows += rowsIn(finished);
      greatest = greatestStampIn(finished, greatest);
      return rows < rowsAtOnce ? ok(null) : layNext();
    },
    async finish() {
      const before = await layNext();
      return before.ok ? laying : before;
    },
    digests: () => digests,
    greatestStamp: () => greatest,
  };
}

async function laid(db: ShopDexie, batch: FactBatch): Promise<Result<null, CopyProblem>> {
  const filled = factTables.filter((table) => batch[table].length > 0);
  if (filled.length === 0) return ok(null);
  const rows = Object.fromEntries(filled.map((table) => [table, batch[table]]));
  const put = await attempt(() => putUnseen(db, rows));
  return put.ok ? ok(null) : put;
}

// A list that was still being brought in when the copy was made: its visits were laid down where nobody saw them, and stay out.
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

function greatestStampIn(batch: FactBatch, before: Stamp | null): Stamp | null {
  let greatest = before;
  for (const table of factTables) {
    for (const row of batch[table]) {
      if (!('made' in row)) continue;
      greatest = Object.values(row.edits).reduce(greaterStamp, greaterStamp(greatest, row.made));
    }
  }
  return greatest;
}

function greaterStamp(greatest: Stamp | null, stamp: Stamp): Stamp {
  return greatest === null || stamp > greatest ? stamp : greatest;
}
