import type { JSX } from 'preact';
import type { ImportResult } from '#app/import/import-types.ts';
import { numberText } from '#i18n/format.ts';
import type { ImportFlow, PreviewedList } from './import-steps.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './import.css';
import { importedText } from './found-text.ts';
import { ProblemList } from './problem-list.tsx';

export interface ResultStepProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
  readonly imported: ImportResult;
}

/** They are in; and out again with one tap. */
export function ResultStep({ wizard, checked, imported }: ResultStepProps): JSX.Element {
  const { already } = imported;
  return (
    <>
      <Card
        tone="safe"
        title={m.import_done_title()}
        actions={<Button onPress={() => void wizard.undo(imported.id)}>{m.import_undo()}</Button>}
      >
        <p class="import_found">{importedText(imported)}</p>
        {already === 0 ? null : (
          <p>{m.import_done_already({ count: already, text: numberText(already) })}</p>
        )}
      </Card>
      <Onward wizard={wizard} />
      <ProblemList problems={checked.preview.problems} count={checked.preview.problemCount} />
    </>
  );
}

/** Everything of the list is gone again. */
export function UndoneStep({ wizard }: Pick<ResultStepProps, 'wizard'>): JSX.Element {
  return (
    <>
      <Card title={m.import_undone_title()}>
        <p>{m.import_undone_words()}</p>
      </Card>
      <Onward wizard={wizard} />
    </>
  );
}

function Onward({ wizard }: Pick<ResultStepProps, 'wizard'>): JSX.Element {
  return (
    <div class="line line-level button_row">
      <ButtonLink kind="primary" href={formatRoute({ kind: 'counter' })}>
        {m.import_to_counter()}
      </ButtonLink>
      <Button onPress={() => wizard.show({ step: 'pick', problem: null })}>
        {m.import_another()}
      </Button>
    </div>
  );
}
