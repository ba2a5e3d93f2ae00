// Worker: merges another device's backup and this shop into a new database. The open shop is only
// read; the caller decides which becomes current.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { maxMsAhead } from '#domain/tablets/clocks.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { timestampMs } from '#lib/hlc.ts';
import {
  factTables,
  keyOfFact,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { attempt } from '#storage/transaction.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { batchOf, readExistingRows } from '#storage/bulk/existing-rows.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readPage } from '#storage/bulk/snapshot.ts';
import { mergeFacts, withoutErased } from '#formats/backup/merge-facts.ts';
import type { RestoredShop, RestoreRequest } from './backup-types.ts';
import { readBackup } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { createBulkLoader, type BulkLoader } from './bulk-loader.ts';
import { takeSnapshot } from './snapshots.ts';
import { finishLoadedShop, withNewDatabase } from './restore-to-database.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** A clock further ahead is refused: its stamps would win over everything until then. */

/** The open shop may change meanwhile; then the merge starts again. */
const maxAttempts = 3;

/** Makes `request.database` from its file and the open shop; deletes it after any problem. */
export async function mergeToDatabase(
  deps: Deps,
  request: RestoreRequest,
  context: RequestContext,
): Promise<Result<RestoredShop, BackupProblem>> {
  await takeSnapshot(deps, context);
  for (let attempts = 1; ; attempts += 1) {
    const merged = await withNewDatabase(request.database, (db) =>
      mergeInto(db, deps, { request, context }),
    );
    if (merged.ok || merged.problem.kind !== 'shop-busy' || attempts === maxAttempts) return merged;
  }
}

async function mergeInto(
  db: ShopDexie,
  deps: Deps,
  { request, context }: { readonly request: RestoreRequest; readonly context: RequestContext },
): Promise<Result<RestoredShop, BackupProblem>> {
  const before = await readMeta(deps.db);
  const erased = new Set((await readErasures(deps.db)).map((each) => each.customerId));
  const loader = createBulkLoader(db);
  const read = await readBackup({
    file: request.file,
    phrases: request.phrases ?? [],
    context,
    onBatch: (batch) => mergeBatch(deps.db, batch, { loader, erased }),
  });
  if (!read.ok) return read;
  const { shop: shopId } = read.value.head;
  if (shopId !== before?.shopId) return failed({ kind: 'other-shop' });
  if (isAhead(loader, deps.clock.now())) return failed({ kind: 'clock-ahead' });
  const loaded = await addMissingRows(deps.db, db, { loader, erased });
  if (!loaded.ok) return loaded;
  const completed = await finishLoadedShop(db, deps, { shopId, loader });
  const after = await readMeta(deps.db);
  return completed.ok && before.lastStamp !== after?.lastStamp
    ? failed({ kind: 'shop-busy' })
    : completed;
}

interface MergeTarget {
  readonly loader: BulkLoader;
  /** Grows while the file is read; a backup lists erasures before anything else. */
  readonly erased: Set<CustomerId>;
}

async function mergeBatch(
  here: ShopDexie,
  batch: FactBatch,
  { loader, erased }: MergeTarget,
): Promise<Result<null, BackupProblem>> {
  for (const { customerId } of batch.erasures) erased.add(customerId);
  const ours = await attempt(() => readExistingRows(here, batch));
  return ours.ok ? loader.add(mergeFacts(ours.value, batch, erased)) : ours;
}

// Rows that are not in the file are taken as they are.
async function addMissingRows(
  here: ShopDexie,
  there: ShopDexie,
  { loader, erased }: MergeTarget,
): Promise<Result<null, BackupProblem>> {
  const flushed = await loader.finish();
  if (!flushed.ok) return flushed;
  for (const name of factTables) {
    for (let last: string | undefined = ''; last !== undefined;) {
      const page: Result<MissingRows, BackupProblem> = await attempt(() =>
        readMissingRows(here, there, { name, last: last ?? '' }),
      );
      if (!page.ok) return page;
      const added = await loader.add(withoutErased(page.value.batch, erased));
      if (!added.ok) return added;
      last = page.value.last;
    }
  }
  return ok(null);
}

interface MissingRows {
  readonly batch: FactBatch;
  readonly last: string | undefined;
}

async function readMissingRows(
  here: ShopDexie,
  there: ShopDexie,
  page: { readonly name: FactTable; readonly last: string },
): Promise<MissingRows> {
  let rows: readonly FactRows[FactTable][] = [];
  const last = await readPage(here, page, (read) => {
    rows = read;
  });
  const loaded = await readExistingRows(there, batchOf(page.name, rows));
  const keys = new Set(loaded[page.name].map(keyOfFact));
  const missing = rows.filter((row) => !keys.has(keyOfFact(row)));
  return { batch: batchOf(page.name, missing), last };
}

function isAhead({ maxTimestamp }: BulkLoader, now: number): boolean {
  const latest = maxTimestamp();
  return latest !== null && timestampMs(latest) > now + maxMsAhead;
}
