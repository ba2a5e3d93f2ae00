// One tab at a time for work that must not run twice. A browser without locks counts as one tab.

import { ownName } from '#platform/app-folder.ts';

/** Runs `work` while holding the lock `name`, after whoever holds it now. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = lockManager();
  if (locks === undefined) return work();
  return locks.request(ownName(name), work);
}

/** Runs `work` when nobody holds the lock `name`; gives undefined when somebody does. */
export async function tryWithLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const locks = lockManager();
  if (locks === undefined) return work();
  return locks.request(ownName(name), { ifAvailable: true }, async (lock) =>
    lock === null ? undefined : work(),
  );
}

function lockManager(): LockManager | undefined {
  if (typeof navigator === 'undefined') return undefined;
  const { locks }: { readonly locks?: LockManager | null } = navigator;
  return locks ?? undefined;
}
