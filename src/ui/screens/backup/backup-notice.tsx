import type { JSX } from 'preact';
import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { copyProblemSentence } from '#i18n/backup-problems.ts';
import './backup-notice.css';

export interface CopyNoticeProps {
  readonly problem: CopyProblem | null;
}

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function CopyNotice({ problem }: CopyNoticeProps): JSX.Element {
  return (
    <div role="alert">
      {problem === null ? null : <p class="backup-notice">{copyProblemSentence(problem)}</p>}
    </div>
  );
}
