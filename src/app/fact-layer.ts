// Facts on their way into a database that nobody sees yet: small batches gathered into large writes, with digests to compare with afterwards.
// What a list that was never brought in to its end laid down stays out.

import type { CopyProblem } from '#domain/copy-problem.ts';
import type { ImportId } from '#domain/import.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Stamp } from '#lib/stamp.ts';
import { factTables, joinedBatch, type FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import type { ShopDexie } from '#storage/database.ts';
import { layFacts, noDigests, type Digests } from '#storage/restored.ts';

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

  async function lay(): Promise<Result<null, CopyProblem>> {
    if (rows === 0) return ok(null);
    const batches = waiting;
    waiting = [];
    rows = 0;
    const laid = await attempt(async () => {
      let after = digests;
      await db.transaction('rw', db.tables, async () => {
        after = await layFacts(db, joinedBatch(batches), after);
      });
      return after;
    });
    if (!laid.ok) return laid;
    digests = laid.value;
    return ok(null);
  }

  return {
    async add(batch) {
      for (const row of batch.imports) if (row.finishedAt === null) unfinished.add(row.id);
      const finished = withoutUnfinished(batch, unfinished);
      waiting.push(finished);
      rows += rowsIn(finished);
      greatest = greatestStampIn(finished, greatest);
      return rows < rowsAtOnce ? ok(null) : lay();
    },
    finish: lay,
    digests: () => digests,
    greatestStamp: () => greatest,
  };
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
      const stamps = 'made' in row ? [row.made, ...Object.values(row.edits)] : [];
      greatest = stamps.reduce(greaterStamp, greatest);
    }
  }
  return greatest;
}

function greaterStamp(greatest: Stamp | null, stamp: Stamp): Stamp {
  return greatest === null || stamp > greatest ? stamp : greatest;
}
