// Worker: reads the shop, packs it, and verifies the file before it is used.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { visitorsOn } from '#domain/visits/day-summary.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { appVersion } from '#platform/app-version.ts';
import { fileDigests } from '#platform/files/file-digests.ts';
import { fileSink, type StreamTransform } from '#platform/files/gzip.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import type { FactTable } from '#schema/tables.ts';
import { attempt } from '#storage/transaction.ts';
import { readDaySummaries } from '#storage/tables/days.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { readSnapshot, type SnapshotSink } from '#storage/bulk/snapshot.ts';
import { rowRulesFor, type RowRules } from '#formats/backup/row-rules.ts';
import { backupFileName } from '#formats/backup/file-name.ts';
import { backupWriter, totalRows, type BackupHeader } from '#formats/backup/format.ts';
import type { CreatedBackup, CreateBackupRequest } from './backup-types.ts';
import { verifyBackup, type BackupDigest } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { readShopSize } from '#app/shop/shop-size.ts';
import type { RequestContext, WorkerProgress } from '#app/worker/protocol.ts';

/** Makes a verified backup. Progress counts rows, written and read again. */
export async function createBackup(
  deps: Deps,
  { phrase }: CreateBackupRequest,
  context: RequestContext,
): Promise<Result<CreatedBackup, BackupProblem>> {
  const packed = await createUnverifiedBackup(deps, { phrase }, context);
  if (!packed.ok) return packed;
  const { digest, ...backup } = packed.value;
  const { file, rows } = backup;
  const onProgress = ({ done: bytes }: WorkerProgress): void => {
    const done = rows + Math.floor((rows * bytes) / digest.bytes);
    context.onProgress({ done, total: 2 * rows });
  };
  const phrases = phrase === null ? [] : [phrase];
  const verification = { file, phrases, context: { signal: context.signal, onProgress } };
  const isVerified = await verifyBackup(verification, digest);
  return isVerified ? ok(backup) : failed({ kind: 'backup-not-verified' });
}

/** A shop to back up, opened by this version or as an older one left it. */
export type BackupOrigin = Pick<Deps, 'db' | 'clock'>;

/** A backup that must be verified before it is used. */
export interface UnverifiedBackup extends CreatedBackup {
  readonly digest: BackupDigest;
}

/** Makes a backup that the caller verifies where it was written. Progress ends at half. */
export async function createUnverifiedBackup(
  deps: BackupOrigin,
  { phrase }: CreateBackupRequest,
  context: RequestContext,
): Promise<Result<UnverifiedBackup, BackupProblem>> {
  const about = await attempt(() => readShopSummary(deps));
  if (!about.ok) return about;
  if (about.value === undefined) return failed({ kind: 'no-shop-in-backup' });
  const { head, ...rest } = about.value;
  const transform = phrase === null ? undefined : await encryptWith(phrase);
  const sink = await attempt(() =>
    readSnapshot(deps.db, (counts) => openBackupSink({ ...head, counts }, transform, context)),
  );
  if (!sink.ok) return sink;
  const { rows, rowRules, finish } = sink.value;
  const finished = await finish();
  if (!rowRules.isAccepted()) return failed({ kind: 'backup-not-verified' });
  const skippedRows = rowRules.skippedRows();
  return ok({ ...rest, ...finished, isEncrypted: phrase !== null, rows, skippedRows });
}

export async function encryptWith(phrase: string): Promise<StreamTransform> {
  const { encryptStream } = await import('#platform/crypto/age-encryption.ts');
  return (bytes) => encryptStream(bytes, phrase);
}

interface ShopSummary extends Pick<
  CreatedBackup,
  'fileName' | 'madeAt' | 'size' | 'stamp' | 'day' | 'visitsThatDay' | 'visitRows'
> {
  readonly head: Omit<BackupHeader, 'counts'>;
}

async function readShopSummary(deps: BackupOrigin): Promise<ShopSummary | undefined> {
  const [meta, settings] = await Promise.all([readMeta(deps.db), readSettings(deps.db)]);
  if (meta === undefined || settings === undefined) return undefined;
  const madeAt = deps.clock.now();
  const wall = toLocalTime(madeAt, settings.zone);
  const [today] = await readDaySummaries(deps.db, wall.day, wall.day);
  return {
    madeAt,
    // Read before the facts: what is written meanwhile counts as unsaved.
    stamp: meta.lastStamp,
    visitRows: meta.rows?.visits ?? null,
    day: wall.day,
    visitsThatDay: today === undefined ? 0 : visitorsOn(today),
    fileName: backupFileName(settings.shopName, wall),
    size: await readShopSize(deps.db),
    head: {
      // Rows of an older version are saved as they are and migrated on reading. Dexie counts a
      // patched index as a tenth.
      schema: Math.floor(deps.db.verno),
      app: appVersion,
      shop: meta.shopId,
      made: new Date(madeAt).toISOString(),
    },
  };
}

interface BackupSink extends SnapshotSink {
  readonly rows: number;
  readonly rowRules: RowRules;
  readonly finish: () => Promise<Pick<UnverifiedBackup, 'file' | 'digest'>>;
}

/** Where a backup that begins with `head` is packed; nothing may be used before `finish`. */
export function openBackupSink(
  head: BackupHeader,
  transform: StreamTransform | undefined,
  context: RequestContext,
): BackupSink {
  const sink = fileSink(transform);
  const hash = sha256Stream();
  let bytes = 0;
  // The hash gives the encoded bytes, which are packed: a large shop is encoded only once.
  const writer = backupWriter(head, {
    update(text) {
      const part = hash.update(text);
      bytes += part.byteLength;
      sink.write(part);
    },
    hex: hash.hex,
  });
  const rowRules = rowRulesFor(head);
  const rows = totalRows(head.counts);
  let done = 0;
  writer.head();
  return {
    rows,
    rowRules,
    flushed: sink.flushed,
    page(table: FactTable, page: readonly unknown[]) {
      context.signal.throwIfAborted();
      const lines = writer.rows(table, page);
      rowRules.check(table, page, lines);
      done += page.length;
      context.onProgress({ done, total: 2 * rows });
    },
    async finish() {
      const end = writer.end();
      sink.write(end);
      const file = await sink.finish();
      return { file, digest: { digests: await fileDigests(file), bytes, end } };
    },
  };
}
