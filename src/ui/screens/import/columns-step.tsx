import type { JSX } from 'preact';
import {
  suggestMapping,
  dateOrderQuestion,
  type DateOrderQuestion,
} from '#app/import/column-mapping.ts';
import type { ParsedList } from '#app/import/import-types.ts';
import type { KnownExportName } from '#domain/import/import-problem.ts';
import {
  columnMeanings,
  type ColumnMeaning,
  type DayOrder,
} from '#domain/import/column-meaning.ts';
import { meaningWord, programName } from '#i18n/import-columns.ts';
import { dayText, numberText } from '#i18n/format.ts';
import type { ImportFlow, ImportFlowProblem, ListMapping } from './import-steps.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import './columns-step.css';
import { hasLetters, LettersChoice } from './letters-choice.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { StepButtons } from './step-buttons.tsx';

export interface ColumnsStepProps {
  readonly wizard: ImportFlow;
  readonly mapping: ListMapping;
  readonly problem: ImportFlowProblem | null;
}

/** What each column holds: our guess, over cells of the list itself. */
export function ColumnsStep({ wizard, mapping, problem }: ColumnsStepProps): JSX.Element {
  const { reading, choices } = mapping;
  const question = dateOrderQuestion(reading, choices.meanings);
  const change = (changes: Partial<ListChoices>): void =>
    wizard.show({
      step: 'columns',
      mapping: { ...mapping, choices: { ...choices, ...changes } },
      problem: null,
    });
  return (
    <>
      <ProblemNotice problem={problem} />
      <Opened wizard={wizard} mapping={mapping} />
      <Columns wizard={wizard} mapping={mapping} onChange={change} />
      {question === null ? null : (
        <OrderCard
          question={question}
          order={choices.order}
          onChange={(order) => change({ order })}
        />
      )}
      <StepButtons onBack={() => wizard.show({ step: 'pick', problem: null })}>
        <Button kind="primary" onPress={() => void wizard.preview(mapping)}>
          {m.import_match_go()}
        </Button>
      </StepButtons>
    </>
  );
}

type ListChoices = ListMapping['choices'];

interface OpenedProps {
  readonly wizard: ImportFlow;
  readonly mapping: ListMapping;
}

/** Which sheet was opened, where there are several, and which letters are right, when unsure. */
function Opened({ wizard, mapping }: OpenedProps): JSX.Element | null {
  const { reading } = mapping;
  const hasSheets = reading.sheets.length > 1;
  const isAsked = hasLetters(reading) && !reading.isEncodingSure;
  if (!hasSheets && !isAsked) return null;
  return (
    <Card tone={isAsked ? 'ask' : 'plain'}>
      {hasSheets ? (
        <SelectField
          label={m.import_sheet()}
          hint={m.import_sheet_hint()}
          value={reading.sheet ?? ''}
          options={reading.sheets.map(({ name, rows, hidden }) => ({
            value: name,
            word: sheetWord(name, rows, hidden),
          }))}
          onChange={(sheet) => void wizard.reread(mapping, { encoding: reading.encoding, sheet })}
        />
      ) : null}
      {isAsked ? <LettersChoice wizard={wizard} mapping={mapping} kind="asked" /> : null}
    </Card>
  );
}

function sheetWord(name: string, count: number, isHidden: boolean): string {
  const lines = m.import_lines({ count, text: numberText(count) });
  return isHidden ? m.import_sheet_hidden({ name, lines }) : m.import_sheet_word({ name, lines });
}

interface ColumnsProps {
  readonly wizard: ImportFlow;
  readonly mapping: ListMapping;
  readonly onChange: (changes: Partial<ListChoices>) => void;
}

function Columns({ wizard, mapping, onChange }: ColumnsProps): JSX.Element {
  const { reading, choices } = mapping;
  const { firstIsHeadings, meanings } = choices;
  const guess = suggestMapping(reading, firstIsHeadings ? 'headings' : 'row');
  return (
    <Card title={m.import_match_title()}>
      <p>{guessWords(reading, guess.list)}</p>
      {reading.isEncodingSure ? (
        <LettersChoice wizard={wizard} mapping={mapping} kind="line" />
      ) : null}
      <Toggle
        label={m.import_match_headings()}
        hint={m.import_match_headings_hint()}
        checked={firstIsHeadings}
        onChange={(isOn) => onChange(withFirstLine(reading, isOn))}
      />
      <ul>
        {guess.columns.map((column, place) => (
          <ColumnLine
            key={place}
            heading={column.heading || m.import_match_column({ number: place + 1 })}
            samples={column.samples}
            meaning={meanings[place] ?? 'skip'}
            onChange={(meaning) => onChange({ meanings: meanings.with(place, meaning) })}
          />
        ))}
      </ul>
    </Card>
  );
}

function guessWords({ layout }: ParsedList, list: KnownExportName | null): string {
  if (layout !== null) return m.import_match_again({ name: layout.name });
  return list === null
    ? m.import_match_unknown()
    : m.import_match_known({ program: programName(list) });
}

function withFirstLine(reading: ParsedList, firstIsHeadings: boolean): Partial<ListChoices> {
  const { columns } = suggestMapping(reading, firstIsHeadings ? 'headings' : 'row');
  return { firstIsHeadings, meanings: columns.map(({ meaning }) => meaning) };
}

interface ColumnLineProps {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly meaning: ColumnMeaning;
  readonly onChange: (meaning: ColumnMeaning) => void;
}

function ColumnLine({ heading, samples, meaning, onChange }: ColumnLineProps): JSX.Element {
  return (
    <li
      class={
        meaning === 'skip' ? 'columns-step_line columns-step_line-unused' : 'columns-step_line'
      }
    >
      <div class="columns-step_column">
        <b class="columns-step_heading">{heading}</b>
        {samples.length === 0 ? (
          <span class="columns-step_sample">{m.import_match_nothing()}</span>
        ) : (
          samples.map((sample, place) => (
            <span class="columns-step_sample" key={place}>
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
