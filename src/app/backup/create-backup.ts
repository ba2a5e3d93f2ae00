// The worker's part of saving a copy: reads the shop, packs it, and reads the file again before anybody trusts it.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { comersOn } from '#domain/visits/day-summary.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { appVersion } from '#platform/app-version.ts';
import { fileDigests } from '#platform/files/file-digests.ts';
import { canPack, fileSink, type Wrap } from '#platform/files/gzip.ts';
import { textHash } from '#platform/crypto/sha256-stream.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import { readShopDays } from '#storage/tables/days.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { readSnapshot, type RowCounts, type SnapshotSink } from '#storage/bulk/snapshot.ts';
import { copyAcceptance, type CopyAcceptance } from '#formats/backup/row-rules.ts';
import { copyFileName } from '#formats/backup/file-name.ts';
import { copyWriter, type CopyHead } from '#formats/backup/format.ts';
import type { PackedCopy } from './backup-results.ts';
import { isProven, type CopyProof } from './read-backup.ts';
import type { PackOrder } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { shopSize } from '#app/shop/shop-size.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Packs the shop of `deps` into a file and verifies it. Progress counts rows, written and read again. */
export async function packCopy(
  deps: Deps,
  { phrase }: PackOrder,
  job: Job,
): Promise<Result<PackedCopy, CopyProblem>> {
  const packed = await packUnread(deps, { phrase }, job);
  if (!packed.ok) return packed;
  const { proof, ...copy } = packed.value;
  const { file, rows } = copy;
  const isSame = await isProven(
    {
      file,
      phrases: phrase === null ? [] : [phrase],
      job: {
        signal: job.signal,
        onProgress: ({ done }) =>
          job.onProgress({ done: rows + Math.floor((rows * done) / proof.bytes), total: 2 * rows }),
      },
    },
    proof,
  );
  return isSame ? ok(copy) : failed({ kind: 'copy-not-verified' });
}

/** A shop to be packed, opened by code of today or as older code left it. */
export type PackedFrom = Pick<Deps, 'db' | 'clock'>;

/** A copy that nobody has read again yet; it must not be trusted before. */
export interface UnreadCopy extends PackedCopy {
  readonly proof: CopyProof;
}

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
  const fileName = phrase === null ? rest.fileName : `${rest.fileName}.age`;
  const { rows, acceptance, finish } = sink.value;
  const finished = await finish();
  if (!acceptance.isAccepted()) return failed({ kind: 'copy-not-verified' });
  const leftOut = acceptance.leftOut();
  return ok({ ...rest, ...finished, fileName, isLocked: phrase !== null, rows, leftOut });
}

async function lockWith(phrase: string): Promise<Wrap> {
  const { lockedStream } = await import('#platform/crypto/age-encryption.ts');
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
  readonly acceptance: CopyAcceptance;
  readonly finish: () => Promise<Pick<UnreadCopy, 'file' | 'proof'>>;
}

interface Sinking {
  readonly wrap: Wrap | undefined;
  readonly job: Job;
}

function openSink(head: CopyHead, { wrap, job }: Sinking): CopySink {
  const sink = fileSink(wrap);
  const hash = textHash();
  let bytes = 0;
  // What is hashed is packed: turning a large shop into bytes once is enough.
  const writer = copyWriter(head, {
    update(text) {
      const part = hash.update(text);
      bytes += part.byteLength;
      sink.write(part);
    },
    hex: hash.hex,
  });
  const acceptance = copyAcceptance(head);
  const rows = rowsOf(head.counts);
  let done = 0;
  writer.head();
  return {
    rows,
    acceptance,
    caughtUp: sink.caughtUp,
    page(table: FactTable, page: readonly unknown[]) {
      job.signal.throwIfAborted();
      const lines = writer.rows(table, page);
      acceptance.see(table, page, lines);
      done += page.length;
      job.onProgress({ done, total: 2 * rows });
    },
    async finish() {
      const end = writer.end();
      sink.write(end);
      const file = await sink.finish();
      return { file, proof: { digests: await fileDigests(file), bytes, end } };
    },
  };
}

function rowsOf(counts: RowCounts): number {
  return factTables.reduce((sum, table) => sum + counts[table], 0);
}
