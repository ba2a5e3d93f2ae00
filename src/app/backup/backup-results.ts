// What the work on copies finds out, as plain data that travels between threads.

import type { Day } from '#lib/day.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import type { RowDifference } from '#formats/backup/merge-facts.ts';
import type { ShopSize } from '#app/shop/shop-size.ts';

/** A copy that was read again and found whole. */
export interface CreatedBackup {
  readonly file: Blob;
  readonly fileName: string;
  /** Epoch ms. */
  readonly madeAt: number;
  /** The shop at that moment. */
  readonly size: ShopSize;
  /** The last stamp of the shop that is surely in it; null in a shop in which nothing happened. */
  readonly stamp: HlcTimestamp | null;
  /** The day it was made, in the shop's zone, and how many came that day until then. */
  readonly day: Day;
  readonly visitsThatDay: number;
  /** Rows of visits, also of those taken back; null where they were never counted. */
  readonly visitRows: number | null;
  readonly isEncrypted: boolean;
  readonly rows: number;
  /**
   * Rows of the shop that are not as they should be: kept in the file, but they could not be
   * brought back.
   */
  readonly skippedRows: number;
}

/** A copy that was written into the folder and read again from there. */
export type WrittenBackup = Omit<CreatedBackup, 'file'>;

/** The inside of a whole copy, beside the shop as it is now. */
export interface BackupPreview {
  readonly shopName: string;
  /** When the copy was made, epoch ms; null when the file does not tell. */
  readonly madeAt: number | null;
  readonly backupSize: ShopSize;
  readonly currentSize: ShopSize;
  /** People and visits of the open shop that the copy does not hold. */
  readonly onlyInShop: { readonly people: number; readonly visits: number };
  /** People and visits of the copy that the open shop does not hold. */
  readonly onlyInBackup: { readonly people: number; readonly visits: number };
  /**
   * Lines of the copy that the open shop does not have, has alike, has otherwise, or has changed in
   * another way.
   */
  readonly lines: { readonly [Each in RowDifference]: number };
  /** Whether it is a copy of the open shop, not of another one. */
  readonly isThisShop: boolean;
  /** Damaged rows that would not be brought back. */
  readonly skippedRows: number;
}

/** A shop's earlier state inside the browser. */
export interface Snapshot {
  readonly file: File;
  /** Epoch ms of its making. */
  readonly at: number;
}

/** A shop that was made from a copy. */
export interface RestoredShop extends ShopSize {
  /** The last stamp in it. */
  readonly stamp: HlcTimestamp | null;
}
