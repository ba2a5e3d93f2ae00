import type { HlcTimestamp } from '#lib/hlc.ts';
import { keysOf } from '#lib/typed-keys.ts';

/** Rows, voided ones too. Only erasures and discarded imports make it smaller. */
export interface RowCounts {
  readonly visits: number;
  readonly customers: number;
  readonly moments: number;
  readonly gestures: number;
}

export const zeroRowCounts: RowCounts = { visits: 0, customers: 0, moments: 0, gestures: 0 };

export const countedTables = keysOf(zeroRowCounts);

/** What this database knows about itself. Never merged, never in a backup. */
export interface Meta {
  readonly id: 'meta';
  /** This device in timestamps: 1–16 small letters and digits. */
  readonly deviceId: string;
  /** The shop, across devices and backups. */
  readonly shopId: string;
  readonly lastStamp: HlcTimestamp | null;
  /** Code whose schema version is lower may not write here. */
  readonly minWriter: number;
  readonly createdAt: number;
  /** Updated by every write in the same transaction. Missing until first counted. */
  readonly rows?: RowCounts;
  /** The database that took the place of this one; missing while this is the shop. */
  readonly successor?: string;
  /**
   * In a shop of several tablets: the rows that changed here and are not sealed yet, in their order
   * (`tablets/changed-facts.ts`). Missing in a shop of one.
   */
  readonly unsent?: readonly string[];
  /**
   * The timestamp up to which `unsent` names everything; another one than the last: it does not.
   */
  readonly namedUpTo?: HlcTimestamp | null;
}
