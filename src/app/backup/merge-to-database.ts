// The worker's part of putting the other tablet's copy and this shop together: a whole new database of both, beside the shop that is open.
// That shop is only ever read; which of the two is the shop is decided elsewhere, after this has succeeded.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { stampTime } from '#lib/hlc.ts';
import {
  factTables,
  keyOfFact,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { batchOf, rowsHere } from '#storage/bulk/existing-rows.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readPage } from '#storage/bulk/snapshot.ts';
import { mergedFacts, withoutErased } from '#formats/backup/merge-facts.ts';
import type { RestoredShop } from './backup-results.ts';
import { readCopy } from './read-backup.ts';
import type { RestoreOrder } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { layerOn, type Layer } from './bulk-loader.ts';
import { keepSnapshot } from './snapshots.ts';
import { completedShop, madeDatabase } from './restore-to-database.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Minutes by which another tablet's clock may be ahead of ours. What is written further ahead would win over everything for that long. */
export const greatestMinutesAhead = 5;

/** Somebody may be served meanwhile; then it is begun anew, a few times. */
const tries = 3;

/** Makes the database of `order` from its file and the open shop together. After any problem nothing of it is left. */
export async function mergeCopy(
  deps: Deps,
  order: RestoreOrder,
  job: Job,
): Promise<Result<RestoredShop, CopyProblem>> {
  await keepSnapshot(deps, job);
  for (let tried = 1; ; tried += 1) {
    const merged = await madeDatabase(order.database, (db) => mergeInto(db, deps, { order, job }));
    if (merged.ok || merged.problem.kind !== 'shop-busy' || tried === tries) return merged;
  }
}

interface Merging {
  readonly order: RestoreOrder;
  readonly job: Job;
}

async function mergeInto(
  db: ShopDexie,
  deps: Deps,
  { order, job }: Merging,
): Promise<Result<RestoredShop, CopyProblem>> {
  const before = await readMeta(deps.db);
  const erased = new Set((await readErasures(deps.db)).map((each) => each.customerId));
  const layer = layerOn(db);
  const read = await readCopy({
    file: order.file,
    phrases: order.phrases ?? [],
    job,
    onBatch: (batch) => layTogether(deps.db, batch, { layer, erased }),
  });
  if (!read.ok) return read;
  const { shop: shopId } = read.value.head;
  if (shopId !== before?.shopId) return failed({ kind: 'other-shop' });
  if (isAhead(layer, deps.clock.now())) return failed({ kind: 'clock-ahead' });
  const laid = await layOnlyHere(deps.db, db, { layer, erased });
  if (!laid.ok) return laid;
  const completed = await completedShop(db, deps, { shopId, layer });
  const after = await readMeta(deps.db);
  return completed.ok && before.lastStamp !== after?.lastStamp
    ? failed({ kind: 'shop-busy' })
    : completed;
}

interface Together {
  readonly layer: Layer;
  /** Grows as the file tells of more; a copy names them before anybody else. */
  readonly erased: Set<CustomerId>;
}

async function layTogether(
  here: ShopDexie,
  batch: FactBatch,
  { layer, erased }: Together,
): Promise<Result<null, CopyProblem>> {
  for (const { customerId } of batch.erasures) erased.add(customerId);
  const ours = await attempt(() => rowsHere(here, batch));
  return ours.ok ? layer.add(mergedFacts(ours.value, batch, erased)) : ours;
}

// What the file did not name is taken as it is.
async function layOnlyHere(
  here: ShopDexie,
  there: ShopDexie,
  { layer, erased }: Together,
): Promise<Result<null, CopyProblem>> {
  const flushed = await layer.finish();
  if (!flushed.ok) return flushed;
  for (const name of factTables) {
    for (let last: string | undefined = ''; last !== undefined;) {
      const page: Result<OnlyHere, CopyProblem> = await attempt(() =>
        onlyHere(here, there, { name, last: last ?? '' }),
      );
      if (!page.ok) return page;
      const added = await layer.add(withoutErased(page.value.batch, erased));
      if (!added.ok) return added;
      last = page.value.last;
    }
  }
  return ok(null);
}

interface OnlyHere {
  readonly batch: FactBatch;
  readonly last: string | undefined;
}

async function onlyHere(
  here: ShopDexie,
  there: ShopDexie,
  page: { readonly name: FactTable; readonly last: string },
): Promise<OnlyHere> {
  let rows: readonly FactRows[FactTable][] = [];
  const last = await readPage(here, page, (read) => {
    rows = read;
  });
  const laid = await rowsHere(there, batchOf(page.name, rows));
  const keys = new Set(laid[page.name].map(keyOfFact));
  const missing = rows.filter((row) => !keys.has(keyOfFact(row)));
  return { batch: batchOf(page.name, missing), last };
}

function isAhead({ greatestStamp }: Layer, now: number): boolean {
  const greatest = greatestStamp();
  return greatest !== null && stampTime(greatest) > now + greatestMinutesAhead * 60_000;
}
