// The folder for automatic backups. Choosing it and asking for permission must be called directly
// from a tap.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { tryWithLock } from '#platform/concurrency/exclusive-lock.ts';
import {
  requestFolderPermission,
  pickFolder,
  canPickFolder,
  folderPermission,
  saveFolder,
  loadFolder,
  type FolderPermission,
} from '#platform/files/directory-handle.ts';
import type { Folder } from '#platform/files/file-system.ts';
import { encryptionPhrase } from './backup-protection.ts';
import { recordBackup, backupChanges, folderLock, type BackupContext } from './backup-history.ts';
import { backupRecordOf } from './backups.ts';
import type { Deps } from '#app/deps.ts';

export { canPickFolder as canChooseFolder } from '#platform/files/directory-handle.ts';

/** The backup folder as it is now. `none`: never chosen. */
export type FolderStatus =
  | { readonly kind: 'none' }
  | { readonly kind: FolderPermission; readonly name: string };

/** The state of the backup folder. Never prompts the owner. */
export async function readFolderStatus(): Promise<FolderStatus> {
  const folder = await loadFolder();
  return folder === undefined
    ? { kind: 'none' }
    : { kind: await folderPermission(folder), name: folder.name };
}

export async function chooseFolder(): Promise<boolean> {
  if (!canPickFolder()) return false;
  const folder = await pickFolder();
  if (folder === undefined) return false;
  await saveFolder(folder);
  backupChanges.emit();
  return true;
}

/** Asks for permission to the saved folder again; gives whether it can be written to. */
export async function reopenFolder(): Promise<boolean> {
  const folder = await loadFolder();
  const isOpen = folder !== undefined && (await requestFolderPermission(folder)) === 'open';
  backupChanges.emit();
  return isOpen;
}

/** Stops automatic backups. Those in the folder stay. */
export async function forgetFolder(): Promise<void> {
  await saveFolder(undefined);
  backupChanges.emit();
}

/** Writes a verified backup into the folder and records it. One tab does this for all. */
export async function backUpToFolder(
  backupContext: BackupContext,
  deps: Deps,
): Promise<Result<null, BackupProblem>> {
  const folder = await loadFolder();
  if (folder === undefined || (await folderPermission(folder)) !== 'open')
    return { ok: false, problem: { kind: 'no-folder' } };
  const written = await tryWithLock(folderLock, () => writeAndRecord(backupContext, deps, folder));
  return written ?? ok(null);
}

async function writeAndRecord(
  { store }: BackupContext,
  deps: Deps,
  folder: Folder,
): Promise<Result<null, BackupProblem>> {
  const phrase = encryptionPhrase(store);
  const written = await deps.worker.ask({ kind: 'write-backup', folder, phrase });
  if (!written.ok) return written;
  recordBackup(store, deps.db.name, backupRecordOf(written.value, 'folder'));
  return ok(null);
}
