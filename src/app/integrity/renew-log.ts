// Worker: lets the browser begin another log after each start. Chromium's LevelDB goes on writing
// at the end of a log whose last record a crash cut off (github.com/google/leveldb/issues/1287).
// What it writes then it cannot read: at the next start it finds the log broken and deletes every
// database of the origin. Once the log is another, the cut one has become a file, without its
// broken end.

import { keepsBrokenLogs } from '#platform/browser-storage/broken-logs.ts';
import { turnOverLog } from '#storage/integrity/turn-over-log.ts';
import type { Deps } from '#app/deps.ts';
import { scratchName } from './scratch-name.ts';

/** False where no browser needs it, or where it failed: a full disk, for example. */
export async function renewLog({ db }: Deps): Promise<boolean> {
  return keepsBrokenLogs() && turnOverLog(scratchName(`${db.name}-log`), 1);
}
