// A copy of the shop: saved as one file, looked into, brought back, and the shop as it was before kept for thirty days. Nothing here moves
// the pointer to the shop: whoever shows the shops does that, in one step, after these have succeeded.

import type { CopyProblem } from '#domain/copy-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files.ts';
import { keepShop, noteCopy, type CopyKeeping } from './copy-notes.ts';
import { restoredPrefix } from './copy-tidying.ts';
import type { CopyView, PackedCopy } from './copy-findings.ts';
import type { Deps } from './deps.ts';
import type { ShopSize } from './shop-size.ts';
import type { WorkProgress } from './work.ts';

type OnProgress = (progress: WorkProgress) => void;

/** A verified copy as a file that waits for one tap. */
export interface ReadyCopy {
  readonly file: File;
  readonly madeAt: number;
  readonly size: ShopSize;
  readonly leftOut: number;
}

/** Packs the open shop into a file, off the main thread. It is ready before the tap, because a share must follow the tap at once. */
export async function prepareCopy(
  deps: Deps,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result<ReadyCopy, CopyProblem>> {
  const packed = await deps.work.ask({ kind: 'pack-copy' }, onProgress, signal);
  return packed.ok ? ok(readyCopy(packed.value)) : packed;
}

function readyCopy({ file, fileName, madeAt, size, leftOut }: PackedCopy): ReadyCopy {
  const named = new File([file], fileName, { type: file.type || 'application/gzip' });
  return { file: named, madeAt, size, leftOut };
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

function noteReady(keeping: CopyKeeping, deps: Deps, { madeAt, size }: ReadyCopy): void {
  const { people, visits } = size;
  noteCopy(keeping.notes, deps.db.name, { at: madeAt, people, visits });
}

/** What is in a file that should be a copy. Nothing is changed. */
export async function lookInside(
  deps: Deps,
  file: Blob,
  onProgress: OnProgress,
): Promise<Result<CopyView, CopyProblem>> {
  return deps.work.ask({ kind: 'look-inside', file }, onProgress);
}

/** A copy that was looked into and is wanted. */
export interface BringingBack {
  readonly file: Blob;
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
  { file, view, onProgress }: BringingBack,
): Promise<Result<string, CopyProblem>> {
  const database = `${restoredPrefix}${deps.ids.next()}`;
  const restored = await deps.work.ask({ kind: 'restore-copy', file, database }, onProgress);
  if (!restored.ok) return restored;
  const at = deps.clock.now();
  // What was brought back is on a file by its nature.
  noteCopy(keeping.notes, database, { ...view.inside, at: view.madeAt ?? at });
  keepShop(keeping, { database: deps.db.name, at });
  return ok(database);
}

/** Prepares going back to a replaced shop: the open one becomes the one that is kept. Adopting `database` is the last step. */
export function goBack(keeping: CopyKeeping, deps: Deps): void {
  keepShop(keeping, { database: deps.db.name, at: deps.clock.now() });
}
