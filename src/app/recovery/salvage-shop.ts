// A backup of all that can still be read, for when the app has failed. Uses as little of the app as
// possible and does not verify: a file with a few damaged rows is better than none.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { appVersion } from '#platform/app-version.ts';
import { downloadFile } from '#platform/files/files.ts';
import { recentErrors } from '#platform/lifecycle/error-log.ts';
import { fileSink } from '#platform/files/gzip.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import { byFactTable, factTables } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { readRawShop, type RawShop } from '#storage/integrity/raw-indexeddb.ts';
import { backupWriter, totalRows } from '#formats/backup/format.ts';
import { backupEnding } from '#formats/backup/file-name.ts';

interface SalvagedBackup {
  readonly file: Blob;
  readonly fileName: string;
  readonly rows: number;
}

/** Downloads what can be read of the database `name`; gives how many rows. `now` is epoch ms. */
export async function downloadSalvagedShop(
  name: string,
  now: number,
): Promise<Result<number, BackupProblem>> {
  const salvaged = await salvageShop(name, now);
  if (!salvaged.ok) return salvaged;
  downloadFile(salvaged.value.file, salvaged.value.fileName);
  return ok(salvaged.value.rows);
}

export async function salvageShop(
  name: string,
  now: number,
): Promise<Result<SalvagedBackup, BackupProblem>> {
  const raw = await readRawShop(name, [...factTables, 'meta']);
  if (raw === undefined) return failed({ kind: 'storage-failed', name: 'unreadable' });
  const rows = byFactTable((table) => rowsOf(raw, table));
  const counts = byFactTable((table) => rows[table].length);
  const made = new Date(now).toISOString();
  const about = { schema: schemaOf(raw), app: appVersion, shop: shopIdOf(raw), made };
  const head = { ...about, counts, errors: recentErrors() };
  const writer = backupWriter(head, sha256Stream());
  const sink = fileSink();
  sink.write(writer.head());
  for (const table of factTables) sink.write(writer.rows(table, rows[table]));
  sink.write(writer.end());
  return ok({
    file: await sink.finish(),
    fileName: `regulars-rescued-${made.slice(0, 16).replace(':', '')}${backupEnding}`,
    rows: totalRows(counts),
  });
}

function rowsOf(raw: RawShop, table: string): readonly unknown[] {
  return raw.tables.find((each) => each.name === table)?.rows ?? [];
}

// Dexie stores its version times ten.
function schemaOf(raw: RawShop): number {
  return Math.floor(raw.version / 10) || schemaVersion;
}

function shopIdOf(raw: RawShop): string {
  const [meta] = rowsOf(raw, 'meta');
  const isKnown = typeof meta === 'object' && meta !== null && 'shopId' in meta;
  return isKnown && typeof meta.shopId === 'string' ? meta.shopId : '';
}
