// The worker's part of saving a copy: reads the shop, packs it, and reads the file again before anybody trusts it.

import type { CopyProblem } from '#domain/copy-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { wallTimeAt } from '#lib/zone.ts';
import { appVersion } from '#platform/app-version.ts';
import { canPack, fileSink } from '#platform/gzip.ts';
import { textHash } from '#platform/text-hash.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/attempt.ts';
import { readMeta, readSettings } from '#storage/settings.ts';
import { readSnapshot, type RowCounts, type SnapshotSink } from '#storage/snapshot.ts';
import { copyFileName } from '#transfer/copy-name.ts';
import { copyWriter, type CopyHead } from '#transfer/copy-format.ts';
import type { PackedCopy } from './copy-findings.ts';
import { readCopy } from './copy-reading.ts';
import type { Deps } from './deps.ts';
import { shopSize } from './shop-size.ts';
import type { Job } from './work.ts';

/** Packs the shop of `deps` into a file and verifies it. Progress counts rows, written and read again. */
export async function packCopy(deps: Deps, job: Job): Promise<Result<PackedCopy, CopyProblem>> {
  const about = await attempt(() => aboutShop(deps));
  if (!about.ok) return about;
  if (about.value === undefined) return failed({ kind: 'no-shop-in-copy' });
  const { head, fileName, madeAt, size } = about.value;
  const sink = await attempt(() =>
    readSnapshot(deps.db, (counts) => openSink({ ...head, counts }, job)),
  );
  if (!sink.ok) return sink;
  const file = await sink.value.finish();
  const total = sink.value.rows;
  const read = await readCopy({
    file,
    job: {
      signal: job.signal,
      onProgress: ({ done }) => job.onProgress({ done: total + done, total: 2 * total }),
    },
    onBatch: () => Promise.resolve(ok(null)),
  });
  if (!read.ok) return failed({ kind: 'copy-not-verified' });
  return ok({ file, fileName, madeAt, size, leftOut: read.value.leftOut });
}

async function aboutShop(
  deps: Deps,
): Promise<
  | (Pick<PackedCopy, 'fileName' | 'madeAt' | 'size'> & { readonly head: Omit<CopyHead, 'counts'> })
  | undefined
> {
  const [meta, settings] = await Promise.all([readMeta(deps.db), readSettings(deps.db)]);
  if (meta === undefined || settings === undefined) return undefined;
  const madeAt = deps.clock.now();
  const wall = wallTimeAt(madeAt, settings.zone);
  return {
    madeAt,
    fileName: copyFileName(settings.shopName, wall, canPack() ? 'packed' : 'plain'),
    size: await shopSize(deps.db),
    head: {
      schema: schemaVersion,
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

function openSink(head: CopyHead, job: Job): CopySink {
  const writer = copyWriter(head, textHash());
  const sink = fileSink();
  const rows = rowsOf(head.counts);
  let done = 0;
  sink.write(writer.head());
  return {
    rows,
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
