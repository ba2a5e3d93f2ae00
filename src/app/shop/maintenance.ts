// What is put in order each time a shop is opened, once nobody waits for it: leftovers of copies and lists that were interrupted,
// people whose thirty days are over, and whom the next starts shall read first. Each part may be broken off at any moment and is taken up
// again at the next start.

import type { Day } from '#lib/day.ts';
import { copyKeeping } from '#app/backup/backup-history.ts';
import { tidyCopies } from '#app/backup/clean-up-restores.ts';
import type { Deps } from '#app/deps.ts';
import type { Device } from '#app/environment.ts';
import { finishForgetting } from '#app/customers/erasure.ts';
import { tidyImports } from '#app/import/recover-imports.ts';

/** Puts the open shop in order. Nothing here is urgent, and what fails today is done at the next start. */
export async function tidyShop(device: Device, deps: Deps, today: Day): Promise<void> {
  await tidyImports(deps);
  await finishForgetting(deps, today);
  await tidyCopies(copyKeeping(device), deps.clock.now());
  await deps.work.ask({ kind: 'first-people', today });
}
