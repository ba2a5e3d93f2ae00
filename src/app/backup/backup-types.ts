// What the main thread and the worker send each other about backups: plain data.

import type { Day } from '#lib/day.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import type { Folder } from '#platform/files/file-system.ts';
import type { RowDifference } from '#formats/backup/merge-facts.ts';
import type { ShopSize } from '#app/shop/shop-size.ts';

export interface CreateBackupRequest {
  readonly phrase: string | null;
}

/** The folder for backups, and the phrase by which they are locked there. */
export interface BackupFolder extends CreateBackupRequest {
  readonly folder: Folder;
}

export interface CleanBackupsRequest extends BackupFolder {
  /** `look` changes nothing. `clean` also tries again those that could not be opened. */
  readonly work: 'look' | 'clean' | 'delete-unopened';
}

/** Backups in the folder that may still hold somebody erased. */
export interface FolderTraces {
  /** To be cleaned at their next turn. */
  readonly waiting: number;
  /** Damaged, or locked with other words: whom they hold cannot be known. */
  readonly unopened: number;
}

/** A file that should be a backup, and phrases that may decrypt it. */
export interface BackupFile {
  readonly file: Blob;
  readonly phrases?: readonly string[];
}

export interface RestoreRequest extends BackupFile {
  /** The database to create. Nothing may point to it yet. */
  readonly database: string;
}

/** A backup that was read again and verified. */
export interface CreatedBackup {
  readonly file: Blob;
  readonly fileName: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly size: ShopSize;
  /** The last stamp that is surely in it; null in a shop without changes. */
  readonly stamp: HlcTimestamp | null;
  /** The day it was made in the shop's zone, and its visits until then. */
  readonly day: Day;
  readonly visitsThatDay: number;
  /** Visit rows, voided ones included; null when never counted. */
  readonly visitRows: number | null;
  readonly isEncrypted: boolean;
  readonly rows: number;
  /** Invalid rows of the shop: in the file, but a restore would skip them. */
  readonly skippedRows: number;
}

/** A backup that was written into the folder and verified there. */
export type WrittenBackup = Omit<CreatedBackup, 'file'>;

/** What is in a whole backup, beside the open shop. */
export interface BackupPreview {
  readonly shopName: string;
  /** When it was made, epoch ms; null when the file does not say. */
  readonly madeAt: number | null;
  readonly backupSize: ShopSize;
  readonly currentSize: ShopSize;
  /** People and visits of the open shop that are not in the backup. */
  readonly onlyInShop: { readonly people: number; readonly visits: number };
  /** People and visits of the backup that are not in the open shop. */
  readonly onlyInBackup: { readonly people: number; readonly visits: number };
  /** Rows of the backup, by how they differ from the open shop. */
  readonly lines: { readonly [Each in RowDifference]: number };
  readonly isThisShop: boolean;
  /** Damaged rows that a restore would skip. */
  readonly skippedRows: number;
}

/** An earlier state of the shop, stored inside the browser. */
export interface Snapshot {
  readonly file: File;
  /** When it was taken, epoch ms. */
  readonly at: number;
}

export interface RestoredShop extends ShopSize {
  readonly stamp: HlcTimestamp | null;
}
