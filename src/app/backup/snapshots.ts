// Copies inside the browser: two generations of the whole shop in files of its own, apart from the database. They are taken before anything
// that changes much, and daily. They help against mistakes and broken databases; whoever clears the browser's data clears them too.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { whileAlone } from '#platform/concurrency/exclusive-lock.ts';
import {
  canWriteFiles,
  fileNames,
  ownFolder,
  readFrom,
  removeFrom,
  removeOwnFolder,
  writeNew,
  type Folder,
} from '#platform/files/file-system.ts';
import { attempt } from '#storage/attempt.ts';
import { readImports } from '#storage/tables/imports.ts';
import type { KeptSnapshot } from './backup-results.ts';
import { isProven } from './read-backup.ts';
import { packUnread, type PackedFrom } from './create-backup.ts';
import type { Job } from '#app/worker/protocol.ts';

const folderName = 'snapshots';
const generations = 2;
const nameShape = /^snapshot-(\d{15})/;

/** For so long a snapshot stands for the shop as it is: what was tapped at the counter meanwhile is no list's to harm. */
const freshMs = 10 * 60_000;
/** What was read again since this code was loaded; a file that a crash has left is not among it. */
const verified = new Set<string>();

/**
 * Gives the snapshot of the last minutes where no list has come or gone since, else takes one. Whoever is about to change much asks early, and
 * finds it taken.
 */
export async function keepFreshSnapshot(
  deps: PackedFrom,
  job: Pick<Job, 'signal'>,
): Promise<Result<KeptSnapshot, CopyProblem>> {
  return whileAlone(`${deps.db.name} snapshots`, async () => {
    const fresh = await freshSnapshot(deps);
    return fresh === undefined ? keepSnapshot(deps, job) : ok(fresh);
  });
}

async function freshSnapshot({ db, clock }: PackedFrom): Promise<KeptSnapshot | undefined> {
  const [latest] = await keptSnapshots(db.name);
  const age = latest === undefined ? Infinity : clock.now() - latest.at;
  if (latest === undefined || age < 0 || age > freshMs) return undefined;
  if (!verified.has(verifiedName(db.name, latest.file))) return undefined;
  const lists = await attempt(() => readImports(db));
  const isOld = (each: ShopImport): boolean =>
    Math.max(each.at, each.finishedAt ?? 0, each.undoneAt ?? 0) < latest.at;
  return lists.ok && lists.value.every(isOld) ? latest : undefined;
}

function verifiedName(database: string, { name }: File): string {
  return `${database}/${name}`;
}

/** Takes a verified snapshot of the open shop and lets the older ones but one go. After a problem all earlier ones are still there. */
export async function keepSnapshot(
  deps: PackedFrom,
  { signal }: Pick<Job, 'signal'>,
): Promise<Result<KeptSnapshot, CopyProblem>> {
  const folder = await ownFolder(folderName, deps.db.name);
  if (folder === undefined) return failed({ kind: 'no-folder' });
  const job: Job = { signal, onProgress: () => {} };
  const packed = await packUnread(deps, { phrase: null }, job);
  if (!packed.ok) return packed;
  const { file, madeAt, proof } = packed.value;
  const written = await writeNew(folder, snapshotName(madeAt), file);
  if (!written.ok) return failed({ kind: written.problem });
  const kept = await readFrom(folder, written.value);
  if (kept === undefined || !(await isProven({ file: kept, phrases: [], job }, proof))) {
    await removeFrom(folder, written.value);
    return failed({ kind: 'copy-not-verified' });
  }
  await removeOthers(folder, written.value);
  verified.add(verifiedName(deps.db.name, kept));
  return ok({ file: kept, at: madeAt });
}

/**
 * Takes a snapshot of a shop as older code left it, before its rows are rewritten. A problem means that they must stay as they are. Where the
 * browser writes no files there is none to wait for: the upgrade is one transaction either way.
 */
export async function keepBeforeUpgrade(from: PackedFrom): Promise<Result<null, OpenProblem>> {
  if (!canWriteFiles()) return ok(null);
  const kept = await keepSnapshot(from, new AbortController());
  // A database that nobody finished making holds no shop.
  if (kept.ok || kept.problem.kind === 'no-shop-in-copy') return ok(null);
  const isFull = kept.problem.kind === 'storage-full';
  return failed({ kind: 'not-kept', why: isFull ? 'storage-full' : 'failed' });
}

/** The snapshots of the shop in `database`, latest first. Whoever uses one looks inside it first, like any copy. */
export async function keptSnapshots(database: string): Promise<readonly KeptSnapshot[]> {
  const folder = await ownFolder(folderName, database);
  if (folder === undefined) return [];
  const names = (await fileNames(folder)).filter((name) => nameShape.test(name));
  const files = await Promise.all(names.map((name) => readFrom(folder, name)));
  return files
    .flatMap((file) => (file === undefined ? [] : [{ file, at: timeIn(file.name) }]))
    .toSorted((a, b) => b.at - a.at);
}

/** Lets the snapshots of a shop go whose database is gone for good. */
export async function dropSnapshots(database: string): Promise<void> {
  await removeOwnFolder([folderName], database);
}

// The one just taken stays whatever its name says: a clock that was ahead for a while has left later ones.
async function removeOthers(folder: Folder, taken: string): Promise<void> {
  const names = (await fileNames(folder)).filter((name) => nameShape.test(name) && name !== taken);
  for (const name of names.slice(0, 1 - generations)) await removeFrom(folder, name);
}

// Padded, so that names sort by time.
function snapshotName(madeAt: number): string {
  return `snapshot-${String(madeAt).padStart(15, '0')}.ndjson.gz`;
}

function timeIn(name: string): number {
  return Number(nameShape.exec(name)?.[1] ?? 0);
}
