// The worker's part of bringing a copy back: a whole new database made from the file, beside the shop that is open. That shop is only ever
// read; which of the two is the shop is decided elsewhere, after this has succeeded.

import type { CopyProblem } from '#domain/copy-problem.ts';
import type { Erasure } from '#domain/erasure.ts';
import type { ImportId } from '#domain/import.ts';
import type { Meta } from '#domain/meta.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { Stamp } from '#lib/stamp.ts';
import { whileAlone } from '#platform/alone.ts';
import { newDeviceId } from '#platform/ids.ts';
import { factTables, type FactBatch } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/attempt.ts';
import { deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/erasures.ts';
import {
  completeShop,
  layFacts,
  noDigests,
  verifiedDays,
  type Digests,
} from '#storage/restored.ts';
import { readMeta } from '#storage/settings.ts';
import type { CopyContents } from '#transfer/copy-reader.ts';
import { readCopy } from './copy-reading.ts';
import type { Deps } from './deps.ts';
import { shopSize, type ShopSize } from './shop-size.ts';
import type { Job } from './work.ts';

/** Which file becomes which database. */
export interface RestoreOrder {
  readonly file: Blob;
  /** The database to make. Nothing may point to it yet. */
  readonly database: string;
}

/** Rows written in one go. */
const rowsAtOnce = 5_000;

/** Makes the database of `order` from its file and gives the size of the shop in it. After any problem nothing of it is left. */
export async function restoreCopy(
  deps: Deps,
  order: RestoreOrder,
  job: Job,
): Promise<Result<ShopSize, CopyProblem>> {
  // Held so that another window does not take this database for one that was left half-made.
  return whileAlone(order.database, async () => {
    const opened = await openDatabase(order.database, () => {});
    if (!opened.ok) return failed(opened.problem);
    const made = await restoreInto(opened.value, { deps, file: order.file, job }).finally(() =>
      opened.value.close(),
    );
    if (!made.ok) await deleteDatabase(order.database);
    return made;
  });
}

interface Restoring {
  readonly deps: Deps;
  readonly file: Blob;
  readonly job: Job;
}

async function restoreInto(
  db: ShopDexie,
  { deps, file, job }: Restoring,
): Promise<Result<ShopSize, CopyProblem>> {
  const layer = layerOn(db);
  const read = await readCopy({ file, job, onBatch: layer.add });
  if (!read.ok) return read;
  const rest = await layer.finish();
  if (!rest.ok) return rest;
  const completed = await attempt(() => complete(db, deps, { contents: read.value, layer }));
  if (!completed.ok) return completed;
  return completed.value ?? failed({ kind: 'copy-not-verified' });
}

interface Layer {
  readonly add: (batch: FactBatch) => Promise<Result<null, CopyProblem>>;
  readonly finish: () => Promise<Result<null, CopyProblem>>;
  readonly digests: () => Digests;
  /** The greatest stamp of all rows, as text; empty when there was none. */
  readonly greatestStamp: () => Stamp | null;
}

// Gathers the small batches of the file into large writes.
function layerOn(db: ShopDexie): Layer {
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

function joinedBatch(batches: readonly FactBatch[]): FactBatch {
  return {
    settings: batches.flatMap((batch) => batch.settings),
    erasures: batches.flatMap((batch) => batch.erasures),
    customers: batches.flatMap((batch) => batch.customers),
    imports: batches.flatMap((batch) => batch.imports),
    visits: batches.flatMap((batch) => batch.visits),
    moments: batches.flatMap((batch) => batch.moments),
    gestures: batches.flatMap((batch) => batch.gestures),
    weeks: batches.flatMap((batch) => batch.weeks),
    perks: batches.flatMap((batch) => batch.perks),
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

// Undefined when the facts do not read back as they were written.
async function complete(
  db: ShopDexie,
  deps: Deps,
  { contents, layer }: { readonly contents: CopyContents; readonly layer: Layer },
): Promise<Result<ShopSize, never> | undefined> {
  const days = await verifiedDays(db, layer.digests());
  if (days === undefined) return undefined;
  const now = deps.clock.now();
  await completeShop(db, {
    days,
    now,
    erasures: await allErasures(db, deps.db),
    meta: metaOf(await readMeta(deps.db), { contents, now, greatest: layer.greatestStamp() }),
  });
  return ok(await shopSize(db));
}

// Somebody forgotten stays forgotten, whichever of the two shops they asked.
async function allErasures(restored: ShopDexie, here: ShopDexie): Promise<readonly Erasure[]> {
  const [theirs, ours] = await Promise.all([readErasures(restored), readErasures(here)]);
  return [...new Map([...theirs, ...ours].map((each) => [each.customerId, each])).values()];
}

interface Origin {
  readonly contents: CopyContents;
  readonly greatest: Stamp | null;
  readonly now: number;
}

// The device stays the same device, and its next stamp comes after everything it has seen in either shop.
function metaOf(here: Meta | undefined, { contents, greatest, now }: Origin): Meta {
  const last = here?.lastStamp ?? null;
  return {
    id: 'meta',
    deviceId: here?.deviceId ?? newDeviceId(),
    shopId: contents.head.shop,
    lastStamp: last !== null && (greatest === null || last > greatest) ? last : greatest,
    minWriter: schemaVersion,
    createdAt: now,
  };
}
