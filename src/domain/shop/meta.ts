// What one copy of the database knows about itself. Never merged, never shown as the shop's data.

import type { HlcTimestamp } from '#lib/hlc.ts';

/** How many rows a table has, for the tables whose loss would be the shop's. Voided rows count; only forgetting people and clearing away
 * a broken-off list ever make it smaller. */
export interface RowCounts {
  readonly visits: number;
  readonly customers: number;
  readonly moments: number;
  readonly gestures: number;
}

/** No rows at all. */
export const zeroRowCounts: RowCounts = { visits: 0, customers: 0, moments: 0, gestures: 0 };

/** What this copy of the shop knows about itself; never part of a saved copy. */
export interface Meta {
  readonly id: 'meta';
  /** This device in stamps: 1–16 small letters and digits. */
  readonly deviceId: string;
  /** The shop, across devices and copies. */
  readonly shopId: string;
  readonly lastStamp: HlcTimestamp | null;
  /** Code whose schema version is lower may not write here. */
  readonly minWriter: number;
  readonly createdAt: number;
  /**
   * Kept by every write in the same transaction. Missing until it was first counted: older
   * databases and copies just brought back.
   */
  readonly rows?: RowCounts;
}
