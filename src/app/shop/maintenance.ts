// What is put in order each time a shop is opened, once nobody waits for it: leftovers of copies
// and lists that were interrupted, people whose thirty days are over, and whom the next starts
// shall read first. Each part may be broken off at any moment and is taken up again at the next
// start.

import type { Day } from '#lib/day.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { cleanUpRestores } from '#app/backup/clean-up-restores.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { finishErasures } from '#app/customers/erasure.ts';
import { recoverImports } from '#app/import/recover-imports.ts';

/**
 * Puts the open shop in order. Nothing here is urgent, and what fails today is done at the next
 * start.
 */
export async function runMaintenance(device: Environment, deps: Deps, today: Day): Promise<void> {
  await recoverImports(deps);
  await finishErasures(deps, today);
  await cleanUpRestores(createBackupContext(device), deps.clock.now());
  await deps.worker.ask({ kind: 'refresh-startup-cache', today });
}
