import type { JSX } from 'preact';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { backupProblemSentence } from '#i18n/backup-problems.ts';
import './backup.css';

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function BackupNotice({ problem }: { readonly problem: BackupProblem | null }): JSX.Element {
  return (
    <div role="alert">
      {problem === null ? null : <p class="backup_notice">{backupProblemSentence(problem)}</p>}
    </div>
  );
}
