// What is told to whoever works on copies, as plain data that travels between threads.

import type { Folder } from '#platform/files/file-system.ts';

/** How a copy is to be packed. */
export interface CreateBackupRequest {
  /** Locks the file; null leaves it open to whoever holds it. */
  readonly phrase: string | null;
}

/** Where a copy goes, and what locks it. */
export interface WriteBackupRequest extends CreateBackupRequest {
  readonly folder: Folder;
}

/** A file that should be a copy, and what may open it should it be locked. */
export interface BackupFile {
  readonly file: Blob;
  readonly phrases?: readonly string[];
}

/** Which file becomes which database. */
export interface RestoreRequest extends BackupFile {
  /** The database to make. Nothing may point to it yet. */
  readonly database: string;
}
