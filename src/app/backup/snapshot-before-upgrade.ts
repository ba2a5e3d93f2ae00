// What happens when newer code meets a shop of an older version for the first time: a snapshot,
// before any row is rewritten. Everybody who opens a shop that was here before says so with this;
// the code for it is fetched only then.

import type { BeforeUpgrade } from '#storage/database.ts';
import type { Deps } from '#app/deps.ts';

/**
 * Keeps a verified snapshot, named by the time on `clock`, and lets the upgrade go on only when
 * that is done. `onUpgrade` is told at the beginning: a large shop takes a while.
 */
export function snapshotBeforeUpgrade(
  { clock }: Pick<Deps, 'clock'>,
  onUpgrade?: () => void,
): BeforeUpgrade {
  return async (db) => {
    onUpgrade?.();
    const { takeSnapshotBeforeUpgrade } = await import('./snapshots.ts');
    return takeSnapshotBeforeUpgrade({ db, clock });
  };
}
