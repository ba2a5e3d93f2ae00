import type { JSX } from 'preact';
import type { ImportFlow, ImportStep } from './import-steps.ts';
import { useImport } from './use-import.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useStepFocus } from './use-step-focus.ts';
import { Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './import.css';
import { CheckStep } from './check-step.tsx';
import { ResultStep, UndoneStep } from './result-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { PickStep } from './pick-step.tsx';
import { QuestionsStep } from './questions-step.tsx';

/** Importing a list, in four steps, each of which can be gone back on. */
export function ImportScreen(): JSX.Element {
  const wizard = useImport();
  useDirtyForm(!['pick', 'done', 'undone'].includes(wizard.now.step));
  const place = useStepFocus(wizard.now.step);
  return (
    <Page
      title={m.import_title()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.import_back() }}
      lead={<span aria-live="polite">{stepWords(wizard.now)}</span>}
    >
      <div class="import" ref={place} tabIndex={-1}>
        <Step wizard={wizard} />
      </div>
    </Page>
  );
}

function Step({ wizard }: { readonly wizard: ImportFlow }): JSX.Element {
  const { now } = wizard;
  switch (now.step) {
    case 'pick':
      return <PickStep wizard={wizard} problem={now.problem} />;
    case 'busy':
      return (
        <Progress
          label={busyWords[now.work]()}
          text={now.done === null ? '' : m.import_percent({ percent: Math.floor(now.done * 100) })}
          done={now.done}
        />
      );
    case 'columns':
      return <ColumnsStep wizard={wizard} mapping={now.mapping} problem={now.problem} />;
    case 'questions':
      return <QuestionsStep wizard={wizard} checked={now.checked} />;
    case 'check':
      return <CheckStep wizard={wizard} checked={now.checked} problem={now.problem} />;
    case 'done':
      return <ResultStep wizard={wizard} checked={now.checked} imported={now.imported} />;
    case 'undone':
      return <UndoneStep wizard={wizard} />;
  }
}

const busyWords = {
  reading: m.import_reading,
  checking: m.import_checking,
  writing: m.import_writing,
  undoing: m.import_undoing,
} as const;

function stepWords({ step }: ImportStep): string {
  if (step === 'busy' || step === 'done' || step === 'undone') return '';
  const [number, name] = stepNames[step];
  return m.import_step({ step: number, name: name() });
}

const stepNames = {
  pick: [1, m.import_step_pick],
  columns: [2, m.import_step_match],
  questions: [3, m.import_step_questions],
  check: [4, m.import_step_check],
} as const;
