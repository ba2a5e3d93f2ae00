// Worker: what still holds somebody just erased besides the tables. The snapshots are taken anew,
// or deleted where that fails, and the browser's own log is turned over.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { dropSharedFile } from '#platform/files/shared-file.ts';
import { scratchName } from '#app/integrity/scratch-name.ts';
import { turnOverLog } from '#storage/integrity/turn-over-log.ts';
import { renewSnapshots } from '#app/backup/snapshots.ts';
import type { Deps } from '#app/deps.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

export async function clearTraces(
  deps: Deps,
  context: RequestContext,
): Promise<Result<null, BackupProblem>> {
  await renewSnapshots(deps, context);
  await dropSharedFile();
  await turnOverLog(scratchName(deps.db.name));
  return ok(null);
}
