import type { JSX } from 'preact';
import type { CopyProblem } from '#domain/copy-problem.ts';
import { copyProblemSentence } from '#i18n/copy-problems.ts';
import './copy-notice.css';

export interface CopyNoticeProps {
  readonly problem: CopyProblem | null;
}

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function CopyNotice({ problem }: CopyNoticeProps): JSX.Element {
  return (
    <div role="alert">
      {problem === null ? null : <p class="copy-notice">{copyProblemSentence(problem)}</p>}
    </div>
  );
}
