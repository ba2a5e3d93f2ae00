// What is done after each start, once nobody waits for it: another log for the browser, cleaning up
// after interrupted restores and imports, erasing customers whose thirty days are over, choosing
// whom the next starts read first. Each part may be interrupted at any time and is done at the next
// start.

import type { Day } from '#lib/day.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { cleanUpRestores } from '#app/backup/clean-up-restores.ts';
import { dropOldSharedFile } from '#platform/files/shared-file.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { finishErasures } from '#app/customers/erasure.ts';
import { forgetErased } from '#app/customers/form/forget-typed.ts';
import { startCarrier } from '#app/tablets/start-carrier.ts';
import { recoverImports } from '#app/import/recover-imports.ts';

export async function runMaintenance(device: Environment, deps: Deps, today: Day): Promise<void> {
  // First of all: until then a crash could cost more than what it interrupts.
  await deps.worker.ask({ kind: 'renew-log' });
  // Shared with the app, and never looked at.
  await dropOldSharedFile(deps.clock.now());
  await startCarrier(device, deps);
  await recoverImports(deps);
  await finishErasures(deps, today);
  await forgetErased(deps);
  await cleanUpRestores(createBackupContext(device), deps.clock.now());
  await deps.worker.ask({ kind: 'refresh-startup-cache', today });
}
