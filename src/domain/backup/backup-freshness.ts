// How far behind the last verified copy of the shop is, in the colours that are shown on every
// screen. Nothing unsaved is never a warning.

/** Open days and visits from which on a copy is behind, and from which on it is overdue. */
export const backupLimits = {
  behind: { days: 1, visits: 50 },
  overdue: { days: 3, visits: 150 },
} as const;

/** What is known about the last copy without reading the shop. */
export interface BackupFacts {
  /** Whether anything at all was written that no copy holds. */
  readonly hasUnsavedChanges: boolean;
  /** Visits since the last copy, or since the beginning. */
  readonly unsavedVisits: number;
  /** Days that are over, on which somebody came, and whose visits no copy holds whole. */
  readonly unsavedDays: number;
  /**
   * A folder for copies was chosen and cannot be written to: copies are no longer made by
   * themselves.
   */
  readonly isFolderUnavailable: boolean;
}

/** `saved`: green. `uncorrectedOffset`: amber. `overdue`: red. */
export type BackupFreshness =
  | { readonly kind: 'saved' }
  | { readonly kind: 'behind'; readonly because: 'folder' | 'days' | 'visits' }
  | { readonly kind: 'overdue'; readonly because: 'days' | 'visits' };

/** The state of the copies of a shop. */
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

/** When a copy is to be written by itself. All in epoch ms. */
export interface BackupClock {
  readonly now: number;
  /** The last change that no copy holds; null when there is none. */
  readonly changedAt: number | null;
  /** When the shop closes today; null on a closed day. */
  readonly closesAt: number | null;
}

/** Minutes of quiet after which what was written is copied. */
export const quietMinutes = 10;

/** Whether now is the time: ten minutes after the last change, and once the shop has closed. */
export function isBackupDue({ now, changedAt, closesAt }: BackupClock): boolean {
  if (changedAt === null) return false;
  const isQuiet = now - changedAt >= quietMinutes * 60_000;
  const hasClosed = closesAt !== null && now >= closesAt && changedAt < closesAt;
  return isQuiet || hasClosed;
}
