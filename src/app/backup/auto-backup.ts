// Automatic backups: every half minute and after each change, writes one into the folder when it is
// due, and takes a snapshot once a day. Failures are shown and retried.

import { isBackupDue } from '#domain/backup/backup-freshness.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { observeQuery } from '#storage/observe.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { backUpToFolder } from './backup-folder.ts';
import { backupChanges, type BackupContext } from './backup-history.ts';
import { readBackupOverview, type BackupOverview } from './backup-overview.ts';
import type { Deps } from '#app/deps.ts';

interface AutoBackupOptions {
  readonly deps: Deps;
  readonly backupContext: BackupContext;
  readonly onOverview: (overview: BackupOverview) => void;
}

const checkEveryMs = 30_000;
const retryAfterMs = 5 * 60_000;
/** Changes come in bursts. */
const checkAfterMs = 2_000;

/** Runs until the returned function is called. */
export function startAutoBackup(options: AutoBackupOptions): () => void {
  let isStopped = false;
  let soon: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  function check(): void {
    soon = null;
    running ??= runAutoBackup(options, () => isStopped)
      // The shop may have been closed, or its storage be gone: both are reported elsewhere.
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  }
  function checkSoon(): void {
    soon ??= setTimeout(check, checkAfterMs);
  }
  const timer = setInterval(check, checkEveryMs);
  const stops = [
    backupChanges.subscribe(check),
    observeQuery(() => readMeta(options.deps.db), { onResult: checkSoon, onFailure: () => {} }),
  ];
  check();
  return () => {
    isStopped = true;
    clearInterval(timer);
    if (soon !== null) clearTimeout(soon);
    for (const stop of stops) stop();
  };
}

let failedAt = -Infinity;
let snapshotFailedAt = -Infinity;

async function runAutoBackup(options: AutoBackupOptions, isStopped: () => boolean): Promise<void> {
  const { deps, backupContext, onOverview } = options;
  const overview = await readBackupOverview(backupContext, deps);
  if (isStopped()) return;
  onOverview(overview);
  const now = deps.clock.now();
  await takeDailySnapshot(options, overview);
  const mayTry = now - failedAt >= retryAfterMs || now < failedAt;
  if (overview.folder.kind !== 'open' || !mayTry || !isBackupDue({ now, ...overview })) return;
  const written = await backUpToFolder(backupContext, deps);
  if (written.ok) {
    failedAt = -Infinity;
    return;
  }
  failedAt = now;
  // The permission looks fine but writing failed: shown like a folder that was taken away.
  if (!isStopped() && written.problem.kind === 'no-folder') onOverview(withoutFolder(overview));
}

function withoutFolder(overview: BackupOverview): BackupOverview {
  const { folder } = overview;
  if (folder.kind === 'none') return overview;
  const isSaved = overview.state.kind === 'saved';
  return {
    ...overview,
    folder: { kind: 'lost', name: folder.name },
    state: isSaved ? { kind: 'behind', because: 'folder' } : overview.state,
  };
}

// Once a day, and only when something was written since the last backup.
async function takeDailySnapshot(
  { deps, backupContext }: AutoBackupOptions,
  { changedAt }: BackupOverview,
): Promise<void> {
  const zone = (await readSettings(deps.db))?.zone;
  if (zone === undefined || changedAt === null) return;
  const { day } = toLocalTime(deps.clock.now(), zone);
  const key = `${deps.db.name}/snapshot-day`;
  const now = deps.clock.now();
  if (backupContext.store.get(key) === day || Math.abs(now - snapshotFailedAt) < retryAfterMs)
    return;
  const taken = await deps.worker.ask({ kind: 'take-snapshot' });
  if (taken.ok) backupContext.store.set(key, day);
  else snapshotFailedAt = now;
}
