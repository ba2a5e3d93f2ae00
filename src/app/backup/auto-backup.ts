// Copies that nobody has to think of: looks every half minute, and after each change, how the copies stand; writes one into the folder when
// it is time, and takes a snapshot once a day. What fails is tried again later and shown meanwhile, never passed over in silence.

import { isCopyDue } from '#domain/backup/backup-freshness.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { observeQuestion } from '#storage/observe.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { copyToFolder } from './backup-folder.ts';
import { onNoted, type CopyKeeping } from './backup-history.ts';
import { copyStanding, type CopyStanding } from './backup-overview.ts';
import type { Deps } from '#app/deps.ts';

/** What the rounds are about, and whom they tell. */
export interface Rounds {
  readonly deps: Deps;
  readonly keeping: CopyKeeping;
  readonly onStanding: (standing: CopyStanding) => void;
}

const lookEveryMs = 30_000;
/** Time between a copy that failed and the next try. */
const againAfterMs = 5 * 60_000;
/** Changes come in rows. */
const lookAfterMs = 2_000;

/** Goes its rounds until the returned function is called. */
export function beginCopyRounds(rounds: Rounds): () => void {
  let isOver = false;
  let soon: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  function look(): void {
    soon = null;
    running ??= oneRound(rounds, () => isOver)
      // The shop may be closed under it, or its storage be gone: both are said elsewhere.
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  }
  function lookSoon(): void {
    soon ??= setTimeout(look, lookAfterMs);
  }
  const timer = setInterval(look, lookEveryMs);
  const stops = [
    onNoted(look),
    observeQuestion(() => readMeta(rounds.deps.db), { onAnswer: lookSoon, onFailure: () => {} }),
  ];
  look();
  return () => {
    isOver = true;
    clearInterval(timer);
    if (soon !== null) clearTimeout(soon);
    for (const stop of stops) stop();
  };
}

let failedAt = -Infinity;
let snapshotFailedAt = -Infinity;

async function oneRound(rounds: Rounds, isOver: () => boolean): Promise<void> {
  const { deps, keeping, onStanding } = rounds;
  const standing = await copyStanding(keeping, deps);
  if (isOver()) return;
  onStanding(standing);
  const now = deps.clock.now();
  await snapshotOfTheDay(rounds, standing);
  const mayTry = now - failedAt >= againAfterMs || now < failedAt;
  if (standing.folder.kind !== 'open' || !mayTry || !isCopyDue({ now, ...standing })) return;
  const copied = await copyToFolder(keeping, deps);
  if (copied.ok) {
    failedAt = -Infinity;
    return;
  }
  failedAt = now;
  // Nothing to be seen in the permission, and still it did not go: said like a folder that was taken away.
  if (!isOver() && copied.problem.kind === 'no-folder') onStanding(withoutFolder(standing));
}

function withoutFolder(standing: CopyStanding): CopyStanding {
  const { folder } = standing;
  if (folder.kind === 'none') return standing;
  const isSaved = standing.state.kind === 'saved';
  return {
    ...standing,
    folder: { kind: 'lost', name: folder.name },
    state: isSaved ? { kind: 'behind', because: 'folder' } : standing.state,
  };
}

// Once a day, and only when something was written since the last copy of any sort.
async function snapshotOfTheDay(
  { deps, keeping }: Rounds,
  { changedAt }: CopyStanding,
): Promise<void> {
  const zone = (await readSettings(deps.db))?.zone;
  if (zone === undefined || changedAt === null) return;
  const { day } = wallTimeAt(deps.clock.now(), zone);
  const key = `${deps.db.name}/snapshot-day`;
  const now = deps.clock.now();
  if (keeping.notes.get(key) === day || Math.abs(now - snapshotFailedAt) < againAfterMs) return;
  const kept = await deps.work.ask({ kind: 'keep-snapshot' });
  if (kept.ok) keeping.notes.set(key, day);
  else snapshotFailedAt = now;
}
