import type { JSX } from 'preact';
import type { ImportPreview } from '#app/import/import-types.ts';
import { currencyCalled } from '#domain/shop/money.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import { dayText, money, numberText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { Assumptions } from './assumptions.tsx';
import './check-step.css';
import './import.css';
import { foundText, previewText } from './found-text.ts';
import { PreviewLines } from './preview-lines.tsx';
import { ProblemList } from './problem-list.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { StepButtons } from './step-buttons.tsx';
import {
  hasColumns,
  type ImportFlow,
  type ImportFlowProblem,
  type PreviewedList,
} from './import-steps.ts';

export interface CheckStepProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
  readonly problem: ImportFlowProblem | null;
}

/** What the import would add, before anything is written. */
export function CheckStep({ wizard, checked, problem }: CheckStepProps): JSX.Element {
  const { preview } = checked;
  const isEmpty = preview.people + preview.visits === 0;
  return (
    <>
      <ProblemNotice problem={problem} />
      {preview.earlier === null ? (
        <Summary preview={preview} />
      ) : (
        <EarlierCard wizard={wizard} earlier={preview.earlier} />
      )}
      {preview.earlier === null ? <Details wizard={wizard} checked={checked} /> : null}
      <ProblemList problems={preview.problems} count={preview.problemCount} />
      <BackAndOn wizard={wizard} checked={checked}>
        {isEmpty || preview.earlier !== null ? null : (
          <Button kind="primary" onPress={() => void wizard.runImport(checked)}>
            {m.import_check_go()}
          </Button>
        )}
      </BackAndOn>
    </>
  );
}

type WizardProps = Pick<CheckStepProps, 'wizard' | 'checked'>;

function BackAndOn({
  wizard,
  checked,
  children,
}: WizardProps & { readonly children: JSX.Element | null }): JSX.Element {
  const { mapping, isAsked } = checked;
  const goBack = (): void => {
    if (isAsked) wizard.show({ step: 'questions', checked });
    else if (hasColumns(mapping)) wizard.show({ step: 'columns', mapping, problem: null });
    else wizard.show({ step: 'pick', problem: null });
  };
  return <StepButtons onBack={goBack}>{children}</StepButtons>;
}

function Summary({ preview }: { readonly preview: ImportPreview }): JSX.Element {
  const { people, visits, problemCount } = preview;
  if (people + visits === 0) {
    return (
      <Card title={m.import_check_title()}>
        <p class="import_found">{m.import_check_nothing()}</p>
      </Card>
    );
  }
  return (
    <Card title={m.import_check_title()}>
      <p class="import_found">{previewText(preview)}</p>
      <Facts preview={preview} />
      <p>
        {problemCount === 0
          ? m.import_check_clean()
          : m.import_check_problems({ count: problemCount, text: numberText(problemCount) })}
      </p>
    </Card>
  );
}

function Facts({ preview }: { readonly preview: ImportPreview }): JSX.Element | null {
  const today = useToday();
  const { firstDay, lastDay, sum, currency, namelessVisits } = preview;
  const facts = [
    firstDay === null || lastDay === null
      ? null
      : { word: m.import_check_days(), value: spanText(firstDay, lastDay, today) },
    sum === 0 ? null : { word: m.import_check_sum(), value: money(sum, currencyCalled(currency)) },
    namelessVisits === 0
      ? null
      : { word: m.import_check_nameless(), value: numberText(namelessVisits) },
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <dl class="line check-step_facts">
      {facts.map(({ word, value }) => (
        <div class="check-step_fact" key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function spanText(first: Day, last: Day, today: Day): string {
  if (first === last) return dayText(first, today);
  return m.import_check_span({ first: dayText(first, today), last: dayText(last, today) });
}

/** What was guessed, how some lines would stand, and what is not used. */
function Details({ wizard, checked }: WizardProps): JSX.Element {
  const { mapping, preview } = checked;
  return (
    <>
      <Assumptions wizard={wizard} checked={checked} />
      {preview.lines.length === 0 ? null : (
        <Card title={m.import_lines_title()}>
          <PreviewLines lines={preview.lines} currency={currencyCalled(preview.currency)} />
        </Card>
      )}
      {preview.unused.length === 0 ? null : (
        <UnusedCard
          unused={preview.unused}
          onChange={
            hasColumns(mapping)
              ? () => wizard.show({ step: 'columns', mapping, problem: null })
              : null
          }
        />
      )}
    </>
  );
}

interface UnusedCardProps {
  readonly unused: ImportPreview['unused'];
  /** Leads back to the columns, where there are any. */
  readonly onChange: (() => void) | null;
}

function UnusedCard({ unused, onChange }: UnusedCardProps): JSX.Element {
  return (
    <Card
      title={m.import_unused_title()}
      aside={
        onChange === null ? null : (
          <Button kind="quiet" label={m.import_unused_change_label()} onPress={onChange}>
            {m.import_change()}
          </Button>
        )
      }
    >
      <ul>
        {unused.map(({ heading, samples }, place) => (
          <li class="check-step_unused line_ruled" key={place}>
            <b>{heading || m.import_unused_column()}</b>
            <span class="type_sub">{samples.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
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
