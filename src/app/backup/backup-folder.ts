// The folder into which copies are written by themselves: chosen once, asked for again when the browser wants a tap, and never silently given
// up. Choosing and allowing must be called straight from a tap.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { ifAlone } from '#platform/concurrency/exclusive-lock.ts';
import {
  allowFolder,
  askForFolder,
  canChooseFolder,
  folderState,
  keepFolder,
  keptFolder,
  type FolderState,
} from '#platform/files/directory-handle.ts';
import type { Folder } from '#platform/files/file-system.ts';
import { lockingPhrase } from './backup-protection.ts';
import { noteCopy, tellNoted, type CopyKeeping } from './backup-history.ts';
import { noteOf } from './backups.ts';
import type { Deps } from '#app/deps.ts';

export { canChooseFolder } from '#platform/files/directory-handle.ts';

/** The folder for copies as it is now. `none`: never chosen. */
export type FolderStanding =
  | { readonly kind: 'none' }
  | { readonly kind: FolderState; readonly name: string };

/** How the folder for copies is. Never asks the owner. */
export async function folderStanding(): Promise<FolderStanding> {
  const folder = await keptFolder();
  return folder === undefined
    ? { kind: 'none' }
    : { kind: await folderState(folder), name: folder.name };
}

/** Lets the owner choose a folder; gives whether one was chosen. */
export async function chooseFolder(): Promise<boolean> {
  if (!canChooseFolder()) return false;
  const folder = await askForFolder();
  if (folder === undefined) return false;
  await keepFolder(folder);
  tellNoted();
  return true;
}

/** Asks the browser for the kept folder once more; gives whether it can be written to. */
export async function openFolderAgain(): Promise<boolean> {
  const folder = await keptFolder();
  const isOpen = folder !== undefined && (await allowFolder(folder)) === 'open';
  tellNoted();
  return isOpen;
}

/** Writes no more copies by itself. Those in the folder stay. */
export async function leaveFolder(): Promise<void> {
  await keepFolder(undefined);
  tellNoted();
}

/** Writes a copy into the folder, verifies it there and notes it. Another tab that is at it does it for all. */
export async function copyToFolder(
  keeping: CopyKeeping,
  deps: Deps,
): Promise<Result<null, CopyProblem>> {
  const folder = await keptFolder();
  if (folder === undefined || (await folderState(folder)) !== 'open')
    return { ok: false, problem: { kind: 'no-folder' } };
  const written = await ifAlone('regulars-copy-to-folder', () => writeNoted(keeping, deps, folder));
  return written ?? ok(null);
}

async function writeNoted(
  { notes }: CopyKeeping,
  deps: Deps,
  folder: Folder,
): Promise<Result<null, CopyProblem>> {
  const phrase = lockingPhrase(notes);
  const written = await deps.work.ask({ kind: 'write-copy', folder, phrase });
  if (!written.ok) return written;
  noteCopy(notes, deps.db.name, noteOf(written.value, 'folder'));
  return ok(null);
}
