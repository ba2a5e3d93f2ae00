// Snapshots inside the browser: the last two states of the shop, in files apart from the database.
// They help against mistakes and a broken database, not against clearing the browser's data.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import {
  canWriteFiles,
  listFileNames,
  opfsFolder,
  readFile,
  deleteFile,
  deleteOpfsFolder,
  createFile,
  type Folder,
} from '#platform/files/file-system.ts';
import { attempt } from '#storage/transaction.ts';
import { readImports } from '#storage/tables/imports.ts';
import type { Snapshot } from './backup-types.ts';
import { verifyBackup } from './read-backup.ts';
import { createUnverifiedBackup, type BackupOrigin } from './create-backup.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

const folderName = 'snapshots';
const maxSnapshots = 2;
const namePattern = /^snapshot-(\d{15})/;

/** For how long a snapshot is reused: an import cannot harm taps made meanwhile. */
const reusableMs = 10 * 60_000;
/** Snapshots verified since this code was loaded; not a file that a crash has left. */
const verified = new Set<string>();

/** The latest snapshot if it is recent and no import has started or ended since, else a new one. */
export async function reuseOrTakeSnapshot(
  deps: BackupOrigin,
  context: Pick<RequestContext, 'signal'>,
): Promise<Result<Snapshot, BackupProblem>> {
  return withLock(`${deps.db.name} snapshots`, async () => {
    const fresh = await reusableSnapshot(deps);
    return fresh === undefined ? takeSnapshot(deps, context) : ok(fresh);
  });
}

async function reusableSnapshot({ db, clock }: BackupOrigin): Promise<Snapshot | undefined> {
  const [latest] = await listSnapshots(db.name);
  const age = latest === undefined ? Infinity : clock.now() - latest.at;
  if (latest === undefined || age < 0 || age > reusableMs) return undefined;
  if (!verified.has(verifiedName(db.name, latest.file))) return undefined;
  const imports = await attempt(() => readImports(db));
  const isOld = (each: ShopImport): boolean =>
    Math.max(each.at, each.finishedAt ?? 0, each.undoneAt ?? 0) < latest.at;
  return imports.ok && imports.value.every(isOld) ? latest : undefined;
}

function verifiedName(database: string, { name }: File): string {
  return `${database}/${name}`;
}

/** Takes a verified snapshot and deletes all older ones but one; after a problem all stay. */
export async function takeSnapshot(
  deps: BackupOrigin,
  { signal }: Pick<RequestContext, 'signal'>,
): Promise<Result<Snapshot, BackupProblem>> {
  const folder = await opfsFolder(folderName, deps.db.name);
  if (folder === undefined) return failed({ kind: 'no-folder' });
  const context: RequestContext = { signal, onProgress: () => {} };
  const packed = await createUnverifiedBackup(deps, { phrase: null }, context);
  if (!packed.ok) return packed;
  const { file, madeAt, digest } = packed.value;
  const written = await createFile(folder, snapshotName(madeAt), file);
  if (!written.ok) return failed({ kind: written.problem });
  const stored = await readFile(folder, written.value);
  if (
    stored === undefined ||
    !(await verifyBackup({ file: stored, phrases: [], context }, digest))
  ) {
    await deleteFile(folder, written.value);
    return failed({ kind: 'backup-not-verified' });
  }
  await removeOthers(folder, written.value);
  verified.add(verifiedName(deps.db.name, stored));
  return ok({ file: stored, at: madeAt });
}

/**
 * One snapshot of now and no other: older ones hold whoever was erased since. None at all where it
 * cannot be taken.
 */
export async function renewSnapshots(
  deps: BackupOrigin,
  context: Pick<RequestContext, 'signal'>,
): Promise<void> {
  await withLock(`${deps.db.name} snapshots`, async () => {
    const known = await listSnapshots(deps.db.name);
    if (known.length === 0) return;
    const taken = await takeSnapshot(deps, context);
    const folder = await opfsFolder(folderName, deps.db.name);
    if (folder === undefined) return;
    const kept = taken.ok ? taken.value.file.name : null;
    for (const name of await listFileNames(folder))
      if (namePattern.test(name) && name !== kept) await deleteFile(folder, name);
  });
}

/** After a problem the upgrade must not run. No snapshot where the browser cannot write files. */
export async function takeSnapshotBeforeUpgrade(
  from: BackupOrigin,
): Promise<Result<null, OpenProblem>> {
  if (!canWriteFiles()) return ok(null);
  const stored = await takeSnapshot(from, new AbortController());
  // An unfinished database holds no shop.
  if (stored.ok || stored.problem.kind === 'no-shop-in-backup') return ok(null);
  const isFull = stored.problem.kind === 'storage-full';
  return failed({ kind: 'snapshot-failed', why: isFull ? 'storage-full' : 'failed' });
}

/** The snapshots of the shop in `database`, latest first; validate one like any backup. */
export async function listSnapshots(database: string): Promise<readonly Snapshot[]> {
  const folder = await opfsFolder(folderName, database);
  if (folder === undefined) return [];
  const names = (await listFileNames(folder)).filter((name) => namePattern.test(name));
  const files = await Promise.all(names.map((name) => readFile(folder, name)));
  return files
    .flatMap((file) => (file === undefined ? [] : [{ file, at: timeIn(file.name) }]))
    .toSorted((a, b) => b.at - a.at);
}

export async function deleteSnapshots(database: string): Promise<void> {
  await deleteOpfsFolder([folderName], database);
}

// The one just taken stays, whatever its name: a clock that was ahead has left later names.
async function removeOthers(folder: Folder, taken: string): Promise<void> {
  const names = (await listFileNames(folder)).filter(
    (name) => namePattern.test(name) && name !== taken,
  );
  for (const name of names.slice(0, 1 - maxSnapshots)) await deleteFile(folder, name);
}

// Padded, so that names sort by time.
function snapshotName(madeAt: number): string {
  return `snapshot-${String(madeAt).padStart(15, '0')}.ndjson.gz`;
}

function timeIn(name: string): number {
  return Number(namePattern.exec(name)?.[1] ?? 0);
}
