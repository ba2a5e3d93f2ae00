import type { JSX } from 'preact';
import {
  suggestMapping,
  dateOrderQuestion,
  type DateOrderQuestion,
} from '#app/import/column-mapping.ts';
import {
  columnMeanings,
  type ColumnMeaning,
  type DayOrder,
} from '#domain/import/column-meaning.ts';
import { meaningWord, programName } from '#i18n/import-columns.ts';
import { dayText } from '#i18n/format.ts';
import type { ImportFlow, ImportFlowProblem, ListMapping } from './use-import.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import './match-step.css';
import { ProblemNotice } from './problem-notice.tsx';
import { StepButtons } from './step-buttons.tsx';

export interface MatchStepProps {
  readonly wizard: ImportFlow;
  readonly matching: ListMapping;
  readonly problem: ImportFlowProblem | null;
}

/** What each column holds: our guess, over cells of the list itself. */
export function MatchStep({ wizard, matching, problem }: MatchStepProps): JSX.Element {
  const match = suggestMapping(matching.reading, matching.firstLine);
  const question = dateOrderQuestion(matching.reading, matching.meanings);
  const change = (changes: Partial<ListMapping>): void =>
    wizard.show({ step: 'match', matching: { ...matching, ...changes }, problem: null });
  return (
    <>
      <ProblemNotice problem={problem} />
      <Card title={m.import_match_title()}>
        <p>
          {match.list === null
            ? m.import_match_unknown()
            : m.import_match_known({ program: programName(match.list) })}
        </p>
        <Toggle
          label={m.import_match_headings()}
          hint={m.import_match_headings_hint()}
          checked={matching.firstLine === 'headings'}
          onChange={(checked) => change(withFirstLine(matching, checked ? 'headings' : 'row'))}
        />
        <ul>
          {match.columns.map((column, place) => (
            <MatchLine
              key={place}
              heading={column.heading || m.import_match_column({ number: place + 1 })}
              samples={column.samples}
              meaning={matching.meanings[place] ?? 'skip'}
              onChange={(meaning) => change({ meanings: matching.meanings.with(place, meaning) })}
            />
          ))}
        </ul>
      </Card>
      {question === null ? null : (
        <OrderCard
          question={question}
          order={matching.order}
          onChange={(order) => change({ order })}
        />
      )}
      <StepButtons onBack={() => wizard.show({ step: 'pick', problem: null })}>
        <Button kind="primary" onPress={() => void wizard.preview(matching)}>
          {m.import_match_go()}
        </Button>
      </StepButtons>
    </>
  );
}

function withFirstLine(
  { reading }: ListMapping,
  firstLine: ListMapping['firstLine'],
): Partial<ListMapping> {
  const meanings = suggestMapping(reading, firstLine).columns.map((column) => column.meaning);
  return { firstLine, meanings };
}

interface MatchLineProps {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly meaning: ColumnMeaning;
  readonly onChange: (meaning: ColumnMeaning) => void;
}

function MatchLine({ heading, samples, meaning, onChange }: MatchLineProps): JSX.Element {
  return (
    <li class={meaning === 'skip' ? 'match-step_line match-step_line-unused' : 'match-step_line'}>
      <div class="match-step_column">
        <b class="match-step_heading">{heading}</b>
        {samples.length === 0 ? (
          <span class="match-step_sample">{m.import_match_nothing()}</span>
        ) : (
          samples.map((sample, place) => (
            <span class="match-step_sample" key={place}>
              {sample}
            </span>
          ))
        )}
      </div>
      <SelectField
        label={m.import_match_meaning({ column: heading })}
        labelling="hidden"
        value={meaning}
        options={columnMeanings.map((value) => ({ value, word: meaningWord(value) }))}
        onChange={onChange}
      />
    </li>
  );
}

interface OrderCardProps {
  readonly question: DateOrderQuestion;
  readonly order: DayOrder | null;
  readonly onChange: (order: DayOrder) => void;
}

function OrderCard({ question, order, onChange }: OrderCardProps): JSX.Element {
  const today = useToday();
  const first = dayText(question.dayFirst, today);
  const second = dayText(question.monthFirst, today);
  return (
    <Card tone="ask">
      <Choice
        legend={m.import_order_question({ example: question.example, first, second })}
        hint={m.import_order_hint()}
        options={[
          { value: 'day-first', word: first },
          { value: 'month-first', word: second },
        ]}
        value={order}
        onChange={onChange}
      />
    </Card>
  );
}
