// The worker's part of saving a copy: reads the shop, packs it, and reads the file again before anybody trusts it.

import type { CopyProblem } from '#domain/copy-problem.ts';
import { comersOn } from '#domain/shop-day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { wallTimeAt } from '#lib/zone.ts';
import { appVersion } from '#platform/app-version.ts';
import { canPack, fileSink, type Wrap } from '#platform/gzip.ts';
import { textHash } from '#platform/text-hash.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import { readShopDays } from '#storage/days.ts';
import { readMeta, readSettings } from '#storage/settings.ts';
import { readSnapshot, type RowCounts, type SnapshotSink } from '#storage/snapshot.ts';
import { copyFileName } from '#transfer/copy-name.ts';
import { copyWriter, type CopyHead } from '#transfer/copy-format.ts';
import type { PackedCopy } from './copy-findings.ts';
import { readThrough } from './copy-reading.ts';
import type { PackOrder } from './copy-task.ts';
import type { Deps } from './deps.ts';
import { shopSize } from './shop-size.ts';
import type { Job } from './work.ts';

/** Packs the shop of `deps` into a file and verifies it. Progress counts rows, written and read again. */
export async function packCopy(
  deps: Deps,
  { phrase }: PackOrder,
  job: Job,
): Promise<Result<PackedCopy, CopyProblem>> {
  const packed = await packUnread(deps, { phrase }, job);
  if (!packed.ok) return packed;
  const { rows } = packed.value;
  const read = await readThrough({
    file: packed.value.file,
    phrases: phrase === null ? [] : [phrase],
    job: {
      signal: job.signal,
      onProgress: ({ done }) => job.onProgress({ done: rows + done, total: 2 * rows }),
    },
  });
  if (!read.ok) return failed({ kind: 'copy-not-verified' });
  return ok({ ...packed.value, leftOut: read.value.leftOut });
}

/** A shop to be packed, opened by code of today or as older code left it. */
export type PackedFrom = Pick<Deps, 'db' | 'clock'>;

/** A copy that nobody has read again yet; it must not be trusted before. */
export type UnreadCopy = Omit<PackedCopy, 'leftOut'>;

/** Packs the shop without reading the file again: for whoever reads it again where it was written to. Progress counts to half. */
export async function packUnread(
  deps: PackedFrom,
  { phrase }: PackOrder,
  job: Job,
): Promise<Result<UnreadCopy, CopyProblem>> {
  const about = await attempt(() => aboutShop(deps));
  if (!about.ok) return about;
  if (about.value === undefined) return failed({ kind: 'no-shop-in-copy' });
  const { head, ...rest } = about.value;
  const wrap = phrase === null ? undefined : await lockWith(phrase);
  const sink = await attempt(() =>
    readSnapshot(deps.db, (counts) => openSink({ ...head, counts }, { wrap, job })),
  );
  if (!sink.ok) return sink;
  const file = await sink.value.finish();
  const fileName = phrase === null ? rest.fileName : `${rest.fileName}.age`;
  return ok({ ...rest, file, fileName, isLocked: phrase !== null, rows: sink.value.rows });
}

async function lockWith(phrase: string): Promise<Wrap> {
  const { lockedStream } = await import('#platform/lock.ts');
  return (bytes) => lockedStream(bytes, phrase);
}

interface AboutShop extends Pick<
  PackedCopy,
  'fileName' | 'madeAt' | 'size' | 'stamp' | 'day' | 'visitsThatDay' | 'visitRows'
> {
  readonly head: Omit<CopyHead, 'counts'>;
}

async function aboutShop(deps: PackedFrom): Promise<AboutShop | undefined> {
  const [meta, settings] = await Promise.all([readMeta(deps.db), readSettings(deps.db)]);
  if (meta === undefined || settings === undefined) return undefined;
  const madeAt = deps.clock.now();
  const wall = wallTimeAt(madeAt, settings.zone);
  const [today] = await readShopDays(deps.db, wall.day, wall.day);
  return {
    madeAt,
    // Read before the facts: whatever is written meanwhile counts as not saved yet.
    stamp: meta.lastStamp,
    visitRows: meta.rows?.visits ?? null,
    day: wall.day,
    visitsThatDay: today === undefined ? 0 : comersOn(today),
    fileName: copyFileName(settings.shopName, wall, canPack() ? 'packed' : 'plain'),
    size: await shopSize(deps.db),
    head: {
      // Rows of older code go into the copy as they are, and the reader brings them to today. Dexie counts a patched index as a tenth.
      schema: Math.floor(deps.db.verno),
      app: appVersion,
      shop: meta.shopId,
      made: new Date(madeAt).toISOString(),
    },
  };
}

interface CopySink extends SnapshotSink {
  readonly rows: number;
  readonly finish: () => Promise<Blob>;
}

interface Sinking {
  readonly wrap: Wrap | undefined;
  readonly job: Job;
}

function openSink(head: CopyHead, { wrap, job }: Sinking): CopySink {
  const writer = copyWriter(head, textHash());
  const sink = fileSink(wrap);
  const rows = rowsOf(head.counts);
  let done = 0;
  sink.write(writer.head());
  return {
    rows,
    caughtUp: sink.caughtUp,
    page(table: FactTable, page: readonly unknown[]) {
      job.signal.throwIfAborted();
      sink.write(writer.rows(table, page));
      done += page.length;
      job.onProgress({ done, total: 2 * rows });
    },
    finish() {
      sink.write(writer.end());
      return sink.finish();
    },
  };
}

function rowsOf(counts: RowCounts): number {
  return factTables.reduce((sum, table) => sum + counts[table], 0);
}
