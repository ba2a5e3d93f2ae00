import { describe, expect, it } from 'vitest';
import { backupFreshness, isBackupDue, type BackupFacts } from '#domain/backup/backup-freshness.ts';

const calm: BackupFacts = {
  hasUnsavedChanges: true,
  unsavedVisits: 0,
  unsavedDays: 0,
  isFolderUnavailable: false,
};

describe('the freshness of the backups', () => {
  it.each<[string, Partial<BackupFacts>, string]>([
    ['nothing unsaved', { hasUnsavedChanges: false }, 'saved'],
    [
      'nothing unsaved and the folder shut',
      { hasUnsavedChanges: false, isFolderUnavailable: true },
      'saved',
    ],
    [
      'nothing unsaved, whatever is counted',
      { hasUnsavedChanges: false, unsavedVisits: 900, unsavedDays: 9 },
      'saved',
    ],
    ['a morning', { unsavedVisits: 49 }, 'saved'],
    ['fifty visits', { unsavedVisits: 50 }, 'behind: visits'],
    ['one open day', { unsavedVisits: 3, unsavedDays: 1 }, 'behind: days'],
    ['a shut folder', { unsavedVisits: 1, isFolderUnavailable: true }, 'behind: folder'],
    ['two open days', { unsavedVisits: 149, unsavedDays: 2 }, 'behind: days'],
    ['three open days', { unsavedVisits: 3, unsavedDays: 3 }, 'overdue: days'],
    ['150 visits on one day', { unsavedVisits: 150 }, 'overdue: visits'],
    [
      '150 visits and a shut folder',
      { unsavedVisits: 150, isFolderUnavailable: true },
      'overdue: visits',
    ],
  ])('%s', (_what, facts, expected) => {
    const state = backupFreshness({ ...calm, ...facts });
    const told = state.kind === 'saved' ? 'saved' : `${state.kind}: ${state.because}`;
    expect(told).toBe(expected);
  });
});

describe('an automatic backup', () => {
  const minute = 60_000;
  const closesAt = 1000 * minute;
  it.each([
    ['not while nothing changed', { now: 999 * minute, changedAt: null }, false],
    ['not while people come', { now: 500 * minute, changedAt: 491 * minute }, false],
    ['ten minutes after the last change', { now: 500 * minute, changedAt: 490 * minute }, true],
    ['at closing', { now: closesAt, changedAt: closesAt - minute }, true],
    [
      'not at once for what is done after closing',
      { now: 1005 * minute, changedAt: 1001 * minute },
      false,
    ],
    ['but ten minutes later', { now: 1011 * minute, changedAt: 1001 * minute }, true],
  ])('is due: %s', (_what, clock, isDue) => {
    expect(isBackupDue({ closesAt, ...clock })).toBe(isDue);
  });
});
