// Making, previewing, restoring and merging backups. Nothing here changes which shop is current:
// the caller does that in one step after these have succeeded.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { folderPermission, loadFolder } from '#platform/files/directory-handle.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files/files.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';
import { eraseCustomers, readErasures } from '#storage/tables/erasures.ts';
import { write, attempt } from '#storage/transaction.ts';
import { encryptionPhrase } from './backup-protection.ts';
import { snapshotBeforeUpgrade } from './snapshot-before-upgrade.ts';
import {
  backupChanges,
  folderLock,
  rememberReplaced,
  lastBackup,
  recordBackup,
  type BackupContext,
  type BackupRecord,
} from './backup-history.ts';
import { restoredPrefix } from './clean-up-restores.ts';
import type {
  BackupPreview,
  BackupFile,
  CleanBackupsRequest,
  CreatedBackup,
  FolderTraces,
  WrittenBackup,
} from './backup-types.ts';
import type { Deps } from '#app/deps.ts';
import type { RequestContext, WorkerProgress } from '#app/worker/protocol.ts';

type OnProgress = (progress: WorkerProgress) => void;

/** A verified backup, ready to be saved with one tap. */
export interface PreparedBackup extends Omit<CreatedBackup, 'file' | 'fileName' | 'rows'> {
  readonly file: File;
}

/** Makes a backup, ready before the tap, because sharing must follow the tap at once. */
export async function prepareBackup(
  deps: Deps,
  phrase: string | null,
  { onProgress, signal }: RequestContext,
): Promise<Result<PreparedBackup, BackupProblem>> {
  const created = await deps.worker.ask({ kind: 'create-backup', phrase }, onProgress, signal);
  return created.ok ? ok(preparedBackup(created.value)) : created;
}

function preparedBackup({ file, fileName, ...about }: CreatedBackup): PreparedBackup {
  // A type the browser knows would make it add another extension.
  const type = 'application/octet-stream';
  return { ...about, file: new File([file], fileName, { type }) };
}

export function canShareBackup(backup: PreparedBackup): boolean {
  return canShareFile(backup.file);
}

/** Downloads `backup` and records it. */
export function downloadBackup({ store }: BackupContext, deps: Deps, backup: PreparedBackup): void {
  downloadFile(backup.file, backup.file.name);
  recordTakenBackup({ store }, deps, backup);
}

/** Records that the shopkeeper has `backup`, in whatever way. */
export function recordTakenBackup(
  { store }: Pick<BackupContext, 'store'>,
  deps: Deps,
  backup: PreparedBackup,
): void {
  recordBackup(store, deps.db.name, backupRecordOf(backup, 'file'));
}

/** Shares `backup` and records it; gives whether it was taken. Call it directly from a tap. */
export async function shareBackup(
  { store }: BackupContext,
  deps: Deps,
  backup: PreparedBackup,
): Promise<boolean> {
  const isTaken = await shareFile(backup.file);
  if (isTaken) recordTakenBackup({ store }, deps, backup);
  return isTaken;
}

export function backupRecordOf(
  { madeAt, size, stamp, day, visitsThatDay, visitRows }: Omit<WrittenBackup, 'fileName' | 'rows'>,
  place: BackupRecord['place'],
): BackupRecord {
  const { people, visits } = size;
  return { at: madeAt, people, visits, stamp, day, visitsThatDay, visitRows, place };
}

/** What backups in the folder may still hold of the erased; undefined where it cannot be read. */
export async function readFolderTraces(
  { store }: BackupContext,
  deps: Deps,
): Promise<FolderTraces | undefined> {
  const looked = await askCleaner({ store }, deps, { work: 'look', onProgress: () => {} });
  return looked.ok ? looked.value : undefined;
}

/** Cleans or deletes older backups in the folder. One tab does this for all. */
export async function cleanFolder(
  { store }: Pick<BackupContext, 'store'>,
  deps: Deps,
  task: CleaningTask,
): Promise<Result<FolderTraces, BackupProblem>> {
  const cleaned = await withLock(folderLock, () => askCleaner({ store }, deps, task));
  backupChanges.emit();
  return cleaned;
}

interface CleaningTask {
  readonly work: CleanBackupsRequest['work'];
  readonly onProgress: OnProgress;
}

async function askCleaner(
  { store }: Pick<BackupContext, 'store'>,
  { worker }: Deps,
  { work, onProgress }: CleaningTask,
): Promise<Result<FolderTraces, BackupProblem>> {
  const folder = await loadFolder();
  if (folder === undefined || (await folderPermission(folder)) !== 'open')
    return failed({ kind: 'no-folder' });
  const phrase = encryptionPhrase(store);
  return worker.ask({ kind: 'clean-backups', folder, phrase, work }, onProgress);
}

/** What is in a file that should be a backup. Changes nothing. */
export async function previewBackup(
  deps: Deps,
  backup: BackupFile,
  onProgress: OnProgress,
): Promise<Result<BackupPreview, BackupProblem>> {
  return deps.worker.ask({ kind: 'preview-backup', ...backup }, onProgress);
}

export interface RestoreOptions extends BackupFile {
  readonly preview: Pick<BackupPreview, 'backupSize' | 'madeAt'>;
  readonly onProgress: OnProgress;
}

/** Restores a backup into a new database and gives its name, for the caller to make it current. */
export async function restoreBackup(
  backupContext: BackupContext,
  deps: Deps,
  { preview, onProgress, ...backup }: RestoreOptions,
): Promise<Result<string, BackupProblem>> {
  const database = newDatabaseName(deps);
  const request = { kind: 'restore-backup', database, ...backup } as const;
  const restored = await deps.worker.ask(request, onProgress);
  if (!restored.ok) return restored;
  const at = deps.clock.now();
  // What was restored is in a file already.
  const { people, visits } = preview.backupSize;
  const known = { people, visits, at: preview.madeAt ?? at, stamp: restored.value.stamp };
  recordBackup(backupContext.store, database, { ...unknownRecord, ...known });
  rememberReplaced(backupContext, { database: deps.db.name, at });
  return ok(database);
}

/** Merges another device's backup and the open shop into a new database and gives its name. */
export async function mergeBackup(
  backupContext: BackupContext,
  deps: Deps,
  { onProgress, file, phrases = [] }: Omit<RestoreOptions, 'preview'>,
): Promise<Result<string, BackupProblem>> {
  const database = newDatabaseName(deps);
  const request = { kind: 'merge-backup', database, file, phrases } as const;
  const merged = await deps.worker.ask(request, onProgress);
  if (!merged.ok) return merged;
  // No single file holds both shops, so the last backup stays what it was.
  const record = lastBackup(backupContext.store, deps.db.name);
  if (record !== null) recordBackup(backupContext.store, database, { ...record, visitRows: null });
  rememberReplaced(backupContext, { database: deps.db.name, at: deps.clock.now() });
  return ok(database);
}

const unknownRecord = { day: null, visitsThatDay: 0, visitRows: null, place: 'file' } as const;

function newDatabaseName({ ids }: Deps): string {
  return `${restoredPrefix}${ids.next()}`;
}

/** Before going back to a replaced shop: repeats erasures there, and replaces the open shop. */
export async function revertRestore(
  backupContext: BackupContext,
  deps: Deps,
  database: string,
): Promise<Result<null, ShopProblem>> {
  const at = deps.clock.now();
  const opened = await openDatabase(database, () => {}, snapshotBeforeUpgrade(deps));
  if (!opened.ok) return opened;
  const erased = await copyErasures(deps, opened.value).finally(() => opened.value.close());
  if (erased.ok) rememberReplaced(backupContext, { database: deps.db.name, at });
  return erased;
}

async function copyErasures(
  { db, clock }: Deps,
  target: ShopDexie,
): Promise<Result<null, ShopProblem>> {
  const read = await attempt(() => Promise.all([readErasures(db), readErasures(target)]));
  if (!read.ok) return read;
  const [ours, theirs] = read.value;
  const ids = new Set(theirs.map(({ customerId }) => customerId));
  const missing = ours.filter(({ customerId }) => !ids.has(customerId));
  if (missing.length === 0) return ok(null);
  return write(target, clock.now(), async (writer) => {
    await eraseCustomers(writer, missing);
    return ok(null);
  });
}
