// A snapshot before an older shop is upgraded. Everyone who opens an existing shop passes this; the
// code that takes snapshots is loaded only when it is needed.

import type { BeforeUpgrade } from '#storage/database.ts';
import type { Deps } from '#app/deps.ts';

/** Lets an upgrade go on only after a verified snapshot. `onUpgrade` is called before both. */
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
