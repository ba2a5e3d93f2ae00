// How far behind the last verified backup is, in the colours that every screen shows.

/** Open days and visits from which a backup is behind, and from which it is overdue. */
const backupLimits = {
  behind: { days: 1, visits: 50 },
  overdue: { days: 3, visits: 150 },
} as const;

/** What is known about the last backup without reading the shop. */
export interface BackupFacts {
  /** Whether anything at all was written that no backup holds. */
  readonly hasUnsavedChanges: boolean;
  /** Visits since the last backup, or since the beginning. */
  readonly unsavedVisits: number;
  /** Days that are over, had visits, and are not whole in any backup. */
  readonly unsavedDays: number;
  /** A backup folder was chosen and cannot be written to: no automatic backups any more. */
  readonly isFolderUnavailable: boolean;
}

/** `saved`: green. `behind`: amber. `overdue`: red. */
export type BackupFreshness =
  | { readonly kind: 'saved' }
  | { readonly kind: 'behind'; readonly because: 'folder' | 'days' | 'visits' }
  | { readonly kind: 'overdue'; readonly because: 'days' | 'visits' };

export function backupFreshness(facts: BackupFacts): BackupFreshness {
  const { hasUnsavedChanges, isFolderUnavailable } = facts;
  if (hasUnsavedChanges) {
    const overdue = beyond(facts, backupLimits.overdue);
    if (overdue !== null) return { kind: 'overdue', because: overdue };
    const behind = beyond(facts, backupLimits.behind);
    if (behind !== null) return { kind: 'behind', because: behind };
  }
  return hasUnsavedChanges && isFolderUnavailable
    ? { kind: 'behind', because: 'folder' }
    : { kind: 'saved' };
}

function beyond(
  { unsavedDays, unsavedVisits }: BackupFacts,
  limit: { readonly days: number; readonly visits: number },
): 'days' | 'visits' | null {
  if (unsavedDays >= limit.days) return 'days';
  return unsavedVisits >= limit.visits ? 'visits' : null;
}

export interface BackupClock {
  readonly now: number;
  /** The last change that no backup holds; null when there is none. */
  readonly changedAt: number | null;
  /** When the shop closes today; null on a closed day. */
  readonly closesAt: number | null;
}

/** Minutes of quiet after which what was written is copied. */
const quietMinutes = 10;

/** Whether now is the time: ten minutes after the last change, and once the shop has closed. */
export function isBackupDue({ now, changedAt, closesAt }: BackupClock): boolean {
  if (changedAt === null) return false;
  const isQuiet = now - changedAt >= quietMinutes * 60_000;
  const hasClosed = closesAt !== null && now >= closesAt && changedAt < closesAt;
  return isQuiet || hasClosed;
}
