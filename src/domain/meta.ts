// What one copy of the database knows about itself. Never merged, never shown as the shop's data.

import type { Stamp } from '#lib/stamp.ts';

/** What this copy of the shop knows about itself; never part of a saved copy. */
export interface Meta {
  readonly id: 'meta';
  /** This device in stamps: 1–16 small letters and digits. */
  readonly deviceId: string;
  /** The shop, across devices and copies. */
  readonly shopId: string;
  readonly lastStamp: Stamp | null;
  /** Code whose schema version is lower may not write here. */
  readonly minWriter: number;
  readonly createdAt: number;
}
