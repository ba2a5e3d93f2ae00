import type { JSX } from 'preact';
import type { ImportFlow, ImportFlowProblem } from './use-import.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';
import { PastImports } from './past-imports.tsx';
import './pick-step.css';
import { ProblemNotice } from './problem-notice.tsx';

export interface PickStepProps {
  readonly wizard: ImportFlow;
  readonly problem: ImportFlowProblem | null;
}

/**
 * Choosing the file. Any file may be chosen: one that is no list gets a sentence, which a
 * greyed-out name would not.
 */
export function PickStep({ wizard, problem }: PickStepProps): JSX.Element {
  return (
    <>
      <ProblemNotice problem={problem} />
      <Card title={m.import_pick_title()}>
        <p>{m.import_pick_words()}</p>
        <label class="pick-step_key">
          <OwnerIcon name="upload" size="beside" />
          {m.import_pick_key()}
          <input
            class="pick-step_input"
            type="file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) void wizard.pick(file);
            }}
          />
        </label>
        <p class="pick-step_hint">{m.import_pick_hint()}</p>
      </Card>
      <PastImports onUndo={wizard.undo} />
    </>
  );
}
