// A copy of the shop: saved as one file, looked into, brought back, and the shop as it was before kept for thirty days. Nothing here moves
// the pointer to the shop: whoever shows the shops does that, in one step, after these have succeeded.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files/files.ts';
import { attempt } from '#storage/attempt.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';
import { eraseAgain, readErasures } from '#storage/tables/erasures.ts';
import { write } from '#storage/transaction.ts';
import { snapshotFirst } from './snapshot-before-upgrade.ts';
import { keepShop, lastCopy, noteCopy, type CopyKeeping, type CopyNote } from './backup-history.ts';
import { restoredPrefix } from './clean-up-restores.ts';
import type { CopyView, PackedCopy, WrittenCopy } from './backup-results.ts';
import type { CopyFile } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import type { Job, WorkProgress } from '#app/worker/protocol.ts';

type OnProgress = (progress: WorkProgress) => void;

/** A verified copy as a file that waits for one tap. */
export interface ReadyCopy extends Omit<PackedCopy, 'file' | 'fileName' | 'rows'> {
  readonly file: File;
}

/** Packs the open shop into a file, off the main thread. It is ready before the tap, because a share must follow the tap at once. */
export async function prepareCopy(
  deps: Deps,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result<ReadyCopy, CopyProblem>> {
  return prepareLocked(deps, null, { onProgress, signal });
}

/** The same, locked with `phrase`; null leaves it open. */
export async function prepareLocked(
  deps: Deps,
  phrase: string | null,
  { onProgress, signal }: Job,
): Promise<Result<ReadyCopy, CopyProblem>> {
  const packed = await deps.work.ask({ kind: 'pack-copy', phrase }, onProgress, signal);
  return packed.ok ? ok(readyCopy(packed.value)) : packed;
}

function readyCopy({ file, fileName, ...about }: PackedCopy): ReadyCopy {
  const type = about.isLocked ? 'application/octet-stream' : file.type || 'application/gzip';
  return { ...about, file: new File([file], fileName, { type }) };
}

/** Whether the device can hand `copy` to another app. */
export function canShareCopy(copy: ReadyCopy): boolean {
  return canShareFile(copy.file);
}

/** Offers `copy` as a download and remembers that it was saved. */
export function downloadCopy(keeping: CopyKeeping, deps: Deps, copy: ReadyCopy): void {
  downloadFile(copy.file, copy.file.name);
  noteReady(keeping, deps, copy);
}

/** Hands `copy` to another app; gives whether it was taken, and remembers it then. Must be called straight from a tap. */
export async function shareCopy(
  keeping: CopyKeeping,
  deps: Deps,
  copy: ReadyCopy,
): Promise<boolean> {
  const isTaken = await shareFile(copy.file);
  if (isTaken) noteReady(keeping, deps, copy);
  return isTaken;
}

function noteReady(keeping: CopyKeeping, deps: Deps, copy: ReadyCopy): void {
  noteCopy(keeping.notes, deps.db.name, noteOf(copy, 'file'));
}

/** What is remembered of a copy. */
export function noteOf(
  { madeAt, size, stamp, day, visitsThatDay, visitRows }: Omit<WrittenCopy, 'fileName' | 'rows'>,
  place: CopyNote['place'],
): CopyNote {
  const { people, visits } = size;
  return { at: madeAt, people, visits, stamp, day, visitsThatDay, visitRows, place };
}

/** What is in a file that should be a copy. Nothing is changed. */
export async function lookInside(
  deps: Deps,
  file: Blob,
  onProgress: OnProgress,
): Promise<Result<CopyView, CopyProblem>> {
  return lookInsideLocked(deps, { file }, onProgress);
}

/** The same for a file that may be locked. */
export async function lookInsideLocked(
  deps: Deps,
  copy: CopyFile,
  onProgress: OnProgress,
): Promise<Result<CopyView, CopyProblem>> {
  return deps.work.ask({ kind: 'look-inside', ...copy }, onProgress);
}

/** A copy that was looked into and is wanted. */
export interface BringingBack extends CopyFile {
  readonly view: Pick<CopyView, 'inside' | 'madeAt'>;
  readonly onProgress: OnProgress;
}

/**
 * Makes a whole shop from a copy, beside the open one, and gives the name of its database. The open shop is as before, and remembered as
 * the one to go back to: adopting the new one is the last step.
 */
export async function bringBack(
  keeping: CopyKeeping,
  deps: Deps,
  { view, onProgress, ...copy }: BringingBack,
): Promise<Result<string, CopyProblem>> {
  const database = newDatabase(deps);
  const restored = await deps.work.ask({ kind: 'restore-copy', database, ...copy }, onProgress);
  if (!restored.ok) return restored;
  const at = deps.clock.now();
  // What was brought back is on a file by its nature.
  noteCopy(keeping.notes, database, {
    ...nothingKnown,
    people: view.inside.people,
    visits: view.inside.visits,
    at: view.madeAt ?? at,
    stamp: restored.value.stamp,
  });
  keepShop(keeping, { database: deps.db.name, at });
  return ok(database);
}

/**
 * Makes a whole shop from another tablet's copy and the open shop together, beside the open one, and gives the name of its database. The
 * open shop is as before, and remembered as the one to go back to: adopting the new one is the last step.
 */
export async function putTogether(
  keeping: CopyKeeping,
  deps: Deps,
  { onProgress, file, phrases = [] }: Omit<BringingBack, 'view'>,
): Promise<Result<string, CopyProblem>> {
  const database = newDatabase(deps);
  const order = { kind: 'merge-copy', database, file, phrases } as const;
  const merged = await deps.work.ask(order, onProgress);
  if (!merged.ok) return merged;
  // No single file holds both shops: the last copy of this one stays what it was.
  const note = lastCopy(keeping.notes, deps.db.name);
  if (note !== null) noteCopy(keeping.notes, database, { ...note, visitRows: null });
  keepShop(keeping, { database: deps.db.name, at: deps.clock.now() });
  return ok(database);
}

const nothingKnown = { day: null, visitsThatDay: 0, visitRows: null, place: 'file' } as const;

function newDatabase({ ids }: Deps): string {
  return `${restoredPrefix}${ids.next()}`;
}

/**
 * Prepares going back to the replaced shop in `database`: whoever was forgotten meanwhile is forgotten there too, and the open one becomes
 * the one that is kept. Adopting `database` is the last step.
 */
export async function goBack(
  keeping: CopyKeeping,
  deps: Deps,
  database: string,
): Promise<Result<null, ShopProblem>> {
  const at = deps.clock.now();
  const opened = await openDatabase(database, () => {}, snapshotFirst(deps));
  if (!opened.ok) return opened;
  const forgotten = await forgetThereToo(deps, opened.value).finally(() => opened.value.close());
  if (forgotten.ok) keepShop(keeping, { database: deps.db.name, at });
  return forgotten;
}

async function forgetThereToo(
  { db, clock }: Deps,
  there: ShopDexie,
): Promise<Result<null, ShopProblem>> {
  const found = await attempt(() => Promise.all([readErasures(db), readErasures(there)]));
  if (!found.ok) return found;
  const [here, known] = found.value;
  const ids = new Set(known.map(({ customerId }) => customerId));
  const missing = here.filter(({ customerId }) => !ids.has(customerId));
  if (missing.length === 0) return ok(null);
  return write(there, clock.now(), async (writer) => {
    await eraseAgain(writer, missing);
    return ok(null);
  });
}
