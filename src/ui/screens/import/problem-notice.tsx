import type { JSX } from 'preact';
import type { ImportFlowProblem } from './use-import.ts';
import { m } from '#ui/messages.ts';
import './problem-notice.css';
import { importProblemText } from './problem-text.ts';

export interface ProblemNoticeProps {
  readonly problem: ImportFlowProblem | null;
}

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function ProblemNotice({ problem }: ProblemNoticeProps): JSX.Element {
  return (
    <div role="alert">
      {problem === null ? null : (
        <p class="problem-notice">
          {importProblemText(problem)} {m.import_nothing_stored()}
        </p>
      )}
    </div>
  );
}
