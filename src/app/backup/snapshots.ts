// Copies inside the browser: two generations of the whole shop in files of its own, apart from the
// database. They are taken before anything that changes much, and daily. They help against mistakes
// and broken databases; whoever clears the browser's data clears them too.

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
import { attempt } from '#storage/attempt.ts';
import { readImports } from '#storage/tables/imports.ts';
import type { Snapshot } from './backup-results.ts';
import { verifyBackup } from './read-backup.ts';
import { createUnverifiedBackup, type BackupOrigin } from './create-backup.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

const folderName = 'snapshots';
const maxSnapshots = 2;
const namePattern = /^snapshot-(\d{15})/;

/**
 * For so long a snapshot stands for the shop as it is: what was tapped at the counter meanwhile is
 * no list's to harm.
 */
const reusableMs = 10 * 60_000;
/** What was read again since this code was loaded; a file that a crash has left is not among it. */
const verified = new Set<string>();

/**
 * Gives the snapshot of the last minutes where no list has come or gone since, else takes one.
 * Whoever is about to change much asks early, and finds it taken.
 */
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
  const lists = await attempt(() => readImports(db));
  const isOld = (each: ShopImport): boolean =>
    Math.max(each.at, each.finishedAt ?? 0, each.undoneAt ?? 0) < latest.at;
  return lists.ok && lists.value.every(isOld) ? latest : undefined;
}

function verifiedName(database: string, { name }: File): string {
  return `${database}/${name}`;
}

/**
 * Takes a verified snapshot of the open shop and lets the older ones but one go. After a problem
 * all earlier ones are still there.
 */
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
 * Takes a snapshot of a shop as older code left it, before its rows are rewritten. A problem means
 * that they must stay as they are. Where the browser writes no files there is none to wait for: the
 * upgrade is one transaction either way.
 */
export async function takeSnapshotBeforeUpgrade(
  from: BackupOrigin,
): Promise<Result<null, OpenProblem>> {
  if (!canWriteFiles()) return ok(null);
  const stored = await takeSnapshot(from, new AbortController());
  // A database that nobody finished making holds no shop.
  if (stored.ok || stored.problem.kind === 'no-shop-in-backup') return ok(null);
  const isFull = stored.problem.kind === 'storage-full';
  return failed({ kind: 'snapshot-failed', why: isFull ? 'storage-full' : 'failed' });
}

/**
 * The snapshots of the shop in `database`, latest first. Whoever uses one looks inside it first,
 * like any copy.
 */
export async function listSnapshots(database: string): Promise<readonly Snapshot[]> {
  const folder = await opfsFolder(folderName, database);
  if (folder === undefined) return [];
  const names = (await listFileNames(folder)).filter((name) => namePattern.test(name));
  const files = await Promise.all(names.map((name) => readFile(folder, name)));
  return files
    .flatMap((file) => (file === undefined ? [] : [{ file, at: timeIn(file.name) }]))
    .toSorted((a, b) => b.at - a.at);
}

/** Lets the snapshots of a shop go whose database is gone for good. */
export async function deleteSnapshots(database: string): Promise<void> {
  await deleteOpfsFolder([folderName], database);
}

// The one just taken stays whatever its name says: a clock that was ahead for a while has left
// later ones.
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
