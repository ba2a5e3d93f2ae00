import type { JSX } from 'preact';
import type { ImportFlow, ImportFlowProblem } from './use-import.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { FileButton } from '#ui/parts/controls/file-button.tsx';
import { m } from '#ui/messages.ts';
import { PastImports } from './past-imports.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export interface PickStepProps {
  readonly wizard: ImportFlow;
  readonly problem: ImportFlowProblem | null;
}

/** Choosing the file, or undoing an earlier import. */
export function PickStep({ wizard, problem }: PickStepProps): JSX.Element {
  return (
    <>
      <ProblemNotice problem={problem} />
      <Card title={m.import_pick_title()}>
        <p>{m.import_pick_words()}</p>
        <FileButton kind="primary" onFile={(file) => void wizard.pick(file)}>
          {m.import_pick_key()}
        </FileButton>
        <p class="type_small type_sub">{m.import_pick_hint()}</p>
      </Card>
      <PastImports onUndo={wizard.undo} />
    </>
  );
}
