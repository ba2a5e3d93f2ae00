// Cleans up after an interrupted import. Small, because it is loaded at each start.

import type { ImportId } from '#domain/import/shop-import.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { ok } from '#lib/result.ts';
import { tryWithLock } from '#platform/concurrency/exclusive-lock.ts';
import { deleteImport, readImport, readImports } from '#storage/tables/imports.ts';
import { deleteStaged } from '#storage/bulk/staging.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { finishUndo } from './undo-import.ts';

/** Visits staged or deleted in one transaction: a tap waits for it at most a third of a second. */
export const stagedPerTransaction = 1000;

/** At each start: discards unfinished imports and finishes unfinished undos. */
export async function recoverImports(deps: Deps): Promise<void> {
  const begun = (await readImports(deps.db)).filter((each) => each.finishedAt === null);
  if (begun.length === 0) return;
  await tryWithLock(importLockName(deps), async () => {
    for (const each of begun) {
      const now = await readImport(deps.db, each.id);
      if (now === undefined || now.finishedAt !== null) continue;
      if (now.undoneAt === null) await discardStaged(deps, now.id);
      else await finishUndo(deps, now, () => {});
    }
  });
}

/** The lock that lets one tab at a time import or undo. */
export function importLockName({ db }: Deps): string {
  return `${db.name} imports`;
}

/** Deletes what was staged of an import. If this fails too, the next start does it. */
export async function discardStaged(deps: Deps, id: ImportId): Promise<void> {
  for (;;) {
    const cleared = await write<number, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      const count = await deleteStaged(writer, id, stagedPerTransaction);
      if (count === 0) await deleteImport(writer, id);
      return ok(count);
    });
    if (!cleared.ok || cleared.value === 0) return;
  }
}
