// Why a backup could not be saved or restored, and what to do. A kind without a sentence does not
// compile.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { m } from './catalogue.ts';
import { numberText } from './format.ts';

const bytesPerMegabyte = 1_000_000;

/** What the shopkeeper reads about `problem`. The shop is as before in every case. */
export function backupProblemSentence(problem: BackupProblem): string {
  if (problem.kind === 'storage-failed')
    return m.backup_problem_storage_failed({ name: problem.name });
  if (problem.kind !== 'too-big-backup') return plainProblems[problem.kind]();
  return m.backup_problem_too_big({
    size: numberText(Math.ceil(problem.bytes / bytesPerMegabyte)),
    greatest: numberText(Math.floor(problem.greatest / bytesPerMegabyte)),
  });
}

type PlainKind = Exclude<BackupProblem['kind'], 'too-big-backup' | 'storage-failed'>;

const plainProblems: Readonly<Record<PlainKind, () => string>> = {
  'unreadable-backup': m.backup_problem_unreadable,
  'empty-backup': m.backup_problem_empty,
  'zip-bomb-backup': m.backup_problem_unpacks_too_big,
  'not-a-backup': m.backup_problem_not_a_backup,
  'encrypted-backup': m.backup_problem_locked,
  'wrong-passphrase': m.backup_problem_wrong_phrase,
  'newer-backup': m.backup_problem_newer,
  'truncated-backup': m.backup_problem_incomplete,
  'corrupt-backup': m.backup_problem_damaged,
  'no-shop-in-backup': m.backup_problem_no_shop,
  'cannot-unpack': m.backup_problem_cannot_unpack,
  'backup-not-verified': m.backup_problem_not_verified,
  'other-shop': m.backup_problem_other_shop,
  'clock-ahead': m.backup_problem_clock_ahead,
  'shop-busy': m.backup_problem_busy,
  'no-folder': m.backup_problem_no_folder,
  'storage-full': m.backup_problem_storage_full,
  'snapshot-failed': m.backup_problem_not_verified,
  'newer-app-needed': m.backup_problem_newer_app,
  blocked: m.backup_problem_blocked,
  'not-found': m.backup_problem_not_found,
};
