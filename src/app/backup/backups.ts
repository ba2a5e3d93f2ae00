// Making, previewing, restoring and merging backups. Nothing here changes which shop is current:
// the caller does that in one step after these have succeeded.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files/files.ts';
import { attempt } from '#storage/attempt.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';
import { reapplyErasures, readErasures } from '#storage/tables/erasures.ts';
import { write } from '#storage/transaction.ts';
import { snapshotBeforeUpgrade } from './snapshot-before-upgrade.ts';
import {
  rememberReplaced,
  lastBackup,
  recordBackup,
  type BackupContext,
  type BackupRecord,
} from './backup-history.ts';
import { restoredPrefix } from './clean-up-restores.ts';
import type { BackupPreview, CreatedBackup, WrittenBackup, BackupFile } from './backup-types.ts';
import type { Deps } from '#app/deps.ts';
import type { RequestContext, WorkerProgress } from '#app/worker/protocol.ts';

type OnProgress = (progress: WorkerProgress) => void;

/** A verified backup, ready to be saved with one tap. */
export interface PreparedBackup extends Omit<CreatedBackup, 'file' | 'fileName' | 'rows'> {
  readonly file: File;
}

/**
 * Makes a backup in the worker, encrypted with `phrase` unless it is null. Done before the tap,
 * because sharing must follow the tap at once.
 */
export async function prepareBackup(
  deps: Deps,
  phrase: string | null,
  { onProgress, signal }: RequestContext,
): Promise<Result<PreparedBackup, BackupProblem>> {
  const packed = await deps.worker.ask({ kind: 'create-backup', phrase }, onProgress, signal);
  return packed.ok ? ok(preparedBackup(packed.value)) : packed;
}

function preparedBackup({ file, fileName, ...about }: CreatedBackup): PreparedBackup {
  // A type the browser knows would make it add another extension.
  const type = 'application/octet-stream';
  return { ...about, file: new File([file], fileName, { type }) };
}

/** Whether the device can share `backup` with another app. */
export function canShareBackup(copy: PreparedBackup): boolean {
  return canShareFile(copy.file);
}

/** Downloads `backup` and records it. */
export function downloadBackup(
  backupContext: BackupContext,
  deps: Deps,
  copy: PreparedBackup,
): void {
  downloadFile(copy.file, copy.file.name);
  recordSavedFile(backupContext, deps, copy);
}

/** Shares `backup` and records it; gives whether it was taken. Call it directly from a tap. */
export async function shareBackup(
  backupContext: BackupContext,
  deps: Deps,
  copy: PreparedBackup,
): Promise<boolean> {
  const isTaken = await shareFile(copy.file);
  if (isTaken) recordSavedFile(backupContext, deps, copy);
  return isTaken;
}

function recordSavedFile(backupContext: BackupContext, deps: Deps, copy: PreparedBackup): void {
  recordBackup(backupContext.store, deps.db.name, backupRecordOf(copy, 'file'));
}

/** What is recorded of a backup. */
export function backupRecordOf(
  { madeAt, size, stamp, day, visitsThatDay, visitRows }: Omit<WrittenBackup, 'fileName' | 'rows'>,
  place: BackupRecord['place'],
): BackupRecord {
  const { people, visits } = size;
  return { at: madeAt, people, visits, stamp, day, visitsThatDay, visitRows, place };
}

/** What is in a file that should be a backup. Changes nothing. */
export async function previewBackup(
  deps: Deps,
  backup: BackupFile,
  onProgress: OnProgress,
): Promise<Result<BackupPreview, BackupProblem>> {
  return deps.worker.ask({ kind: 'preview-backup', ...backup }, onProgress);
}

/** A backup that was previewed and is to be restored. */
export interface RestoreOptions extends BackupFile {
  readonly view: Pick<BackupPreview, 'backupSize' | 'madeAt'>;
  readonly onProgress: OnProgress;
}

/**
 * Restores a backup into a new database and gives its name. The open shop is unchanged and recorded
 * as replaced; the caller makes the new one current.
 */
export async function restoreBackup(
  backupContext: BackupContext,
  deps: Deps,
  { view, onProgress, ...copy }: RestoreOptions,
): Promise<Result<string, BackupProblem>> {
  const database = newDatabaseName(deps);
  const restored = await deps.worker.ask({ kind: 'restore-backup', database, ...copy }, onProgress);
  if (!restored.ok) return restored;
  const at = deps.clock.now();
  // What was restored is in a file already.
  recordBackup(backupContext.store, database, {
    ...unknownRecord,
    people: view.backupSize.people,
    visits: view.backupSize.visits,
    at: view.madeAt ?? at,
    stamp: restored.value.stamp,
  });
  rememberReplaced(backupContext, { database: deps.db.name, at });
  return ok(database);
}

/**
 * Merges another device's backup and the open shop into a new database and gives its name. The open
 * shop is unchanged and recorded as replaced; the caller makes the new one current.
 */
export async function mergeBackup(
  backupContext: BackupContext,
  deps: Deps,
  { onProgress, file, phrases = [] }: Omit<RestoreOptions, 'view'>,
): Promise<Result<string, BackupProblem>> {
  const database = newDatabaseName(deps);
  const request = { kind: 'merge-backup', database, file, phrases } as const;
  const merged = await deps.worker.ask(request, onProgress);
  if (!merged.ok) return merged;
  // No single file holds both shops, so the last backup stays what it was.
  const note = lastBackup(backupContext.store, deps.db.name);
  if (note !== null) recordBackup(backupContext.store, database, { ...note, visitRows: null });
  rememberReplaced(backupContext, { database: deps.db.name, at: deps.clock.now() });
  return ok(database);
}

const unknownRecord = { day: null, visitsThatDay: 0, visitRows: null, place: 'file' } as const;

function newDatabaseName({ ids }: Deps): string {
  return `${restoredPrefix}${ids.next()}`;
}

/**
 * Prepares going back to the replaced shop in `database`: repeats erasures made since, and records
 * the open shop as replaced. The caller makes `database` current.
 */
export async function revertRestore(
  backupContext: BackupContext,
  deps: Deps,
  database: string,
): Promise<Result<null, ShopProblem>> {
  const at = deps.clock.now();
  const opened = await openDatabase(database, () => {}, snapshotBeforeUpgrade(deps));
  if (!opened.ok) return opened;
  const repeated = await repeatErasures(deps, opened.value).finally(() => opened.value.close());
  if (repeated.ok) rememberReplaced(backupContext, { database: deps.db.name, at });
  return repeated;
}

async function repeatErasures(
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
    await reapplyErasures(writer, missing);
    return ok(null);
  });
}
