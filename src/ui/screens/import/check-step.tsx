import type { JSX } from 'preact';
import type { ShopImport } from '#domain/import/shop-import.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import type { ImportFlow, ImportFlowProblem, PreviewedList } from './use-import.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import './import.css';
import { foundText } from './found-text.ts';
import { ProblemList } from './problem-list.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { StepButtons } from './step-buttons.tsx';

export interface CheckStepProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
  readonly problem: ImportFlowProblem | null;
}

/** What the import would add, before anything is written. */
export function CheckStep({ wizard, checked, problem }: CheckStepProps): JSX.Element {
  const { preview, matching } = checked;
  const isEmpty = preview.people + preview.visits === 0;
  const hasQuestions = preview.duplicates.length > 0 || preview.sameNumbers > 0;
  const goBack = (): void => {
    if (hasQuestions && preview.earlier === null) wizard.show({ step: 'same', checked });
    else wizard.show({ step: 'match', matching, problem: null });
  };
  return (
    <>
      <ProblemNotice problem={problem} />
      {preview.earlier === null ? (
        <Card title={m.import_check_title()}>
          <p class="import_found">{isEmpty ? m.import_check_nothing() : foundText(preview)}</p>
          <p>{problemCountWords(preview.problemCount)}</p>
        </Card>
      ) : (
        <EarlierCard wizard={wizard} earlier={preview.earlier} />
      )}
      <StepButtons onBack={goBack}>
        {isEmpty || preview.earlier !== null ? null : (
          <Button kind="primary" onPress={() => void wizard.runImport(checked)}>
            {m.import_check_go()}
          </Button>
        )}
      </StepButtons>
      <ProblemList problems={preview.problems} count={preview.problemCount} />
    </>
  );
}

function problemCountWords(count: number): string {
  if (count === 0) return m.import_check_clean();
  return m.import_check_problems({ count, text: numberText(count) });
}

interface EarlierCardProps {
  readonly wizard: ImportFlow;
  readonly earlier: ShopImport;
}

function EarlierCard({ wizard, earlier }: EarlierCardProps): JSX.Element {
  const { zone } = useSettings();
  const day = dayText(toLocalTime(earlier.at, zone).day, useToday());
  return (
    <Card
      tone="ask"
      actions={<Button onPress={() => void wizard.undo(earlier.id)}>{m.import_undo()}</Button>}
    >
      <p>{m.import_earlier({ day, found: foundText(earlier) })}</p>
    </Card>
  );
}
