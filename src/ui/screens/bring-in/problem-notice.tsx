import type { JSX } from 'preact';
import type { BringInProblem } from '../../hooks/use-bring-in.ts';
import { m } from '../../words.ts';
import './problem-notice.css';
import { problemWords } from './problem-words.ts';

export interface ProblemNoticeProps {
  readonly problem: BringInProblem | null;
}

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function ProblemNotice({ problem }: ProblemNoticeProps): JSX.Element {
  return (
    <div role="alert">
      {problem === null ? null : (
        <p class="problem-notice">
          {problemWords(problem)} {m.import_nothing_stored()}
        </p>
      )}
    </div>
  );
}
