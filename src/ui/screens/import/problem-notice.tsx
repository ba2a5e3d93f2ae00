import type { JSX } from 'preact';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { importProblemSentence } from '#i18n/import-problems.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { ImportFlowProblem } from './import-steps.ts';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { m } from '#ui/messages.ts';
import './problem-notice.css';

export interface ProblemNoticeProps {
  readonly problem: ImportFlowProblem | null;
}

/** Why it did not go on, read out at once; it stays until something else is tried. */
export function ProblemNotice({ problem }: ProblemNoticeProps): JSX.Element {
  return (
    <div class="problem-notice_place" role="alert">
      {problem === null ? null : (
        <p class="problem-notice">
          {importProblemText(problem)} {m.import_nothing_stored()} <HelpLink name="list" />
        </p>
      )}
    </div>
  );
}

function importProblemText(problem: ImportFlowProblem): string {
  return isShopProblem(problem) ? problemSentence(problem) : importProblemSentence(problem);
}

const shopProblemKinds: Readonly<Record<ShopProblem['kind'], true>> = {
  'newer-app-needed': true,
  'storage-full': true,
  'storage-failed': true,
  'not-found': true,
  blocked: true,
  'snapshot-failed': true,
};

function isShopProblem(problem: ImportFlowProblem): problem is ShopProblem {
  return Object.hasOwn(shopProblemKinds, problem.kind);
}
