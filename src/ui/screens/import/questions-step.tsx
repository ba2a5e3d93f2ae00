import type { JSX } from 'preact';
import { numberText } from '#i18n/format.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';
import { currencyName } from '#ui/screens/first-run/locale-options.ts';
import { currencyOptionsOf, standInAnswer } from './import-questions.ts';
import './questions-step.css';
import { SamePeopleCard } from './same-people-card.tsx';
import { StepButtons } from './step-buttons.tsx';
import { hasColumns, type ImportFlow, type PreviewedList } from './import-steps.ts';

export interface QuestionsStepProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
}

/** All that the list leaves open, on one screen, each with our proposal chosen. */
export function QuestionsStep({ wizard, checked }: QuestionsStepProps): JSX.Element {
  const { mapping, preview, answers } = checked;
  const show = (changes: Partial<PreviewedList>): void =>
    wizard.show({ step: 'questions', checked: { ...checked, ...changes } });
  const choose = (choices: Partial<PreviewedList['mapping']['choices']>): void =>
    show({ mapping: { ...mapping, choices: { ...mapping.choices, ...choices } } });
  return (
    <>
      {preview.standIns.length === 0 ? null : (
        <StandInsCard
          checked={checked}
          onChange={(key, answer) =>
            choose({ standIns: { ...mapping.choices.standIns, [key]: answer } })
          }
        />
      )}
      <CurrencyCard checked={checked} onChange={(currency) => choose({ currency })} />
      {preview.duplicates.length === 0 ? null : (
        <SamePeopleCard
          preview={preview}
          answers={answers}
          onChange={(changed) => show({ answers: changed })}
        />
      )}
      <StepButtons
        onBack={() =>
          wizard.show(
            hasColumns(mapping)
              ? { step: 'columns', mapping, problem: null }
              : { step: 'pick', problem: null },
          )
        }
      >
        <Button kind="primary" onPress={() => void wizard.check(checked)}>
          {m.import_match_go()}
        </Button>
      </StepButtons>
    </>
  );
}

interface StandInsCardProps {
  readonly checked: PreviewedList;
  readonly onChange: (key: string, answer: 'nobody' | 'person') => void;
}

function StandInsCard({ checked, onChange }: StandInsCardProps): JSX.Element {
  const { preview, mapping } = checked;
  return (
    <Card title={m.import_stand_ins_title()}>
      <p>{m.import_stand_ins_words()}</p>
      <ul>
        {preview.standIns.map((standIn) => (
          <li class="questions-step_line line_ruled" key={standIn.key}>
            <Choice
              layout="beside"
              legend={standIn.name}
              hint={m.import_visits({ count: standIn.visits, text: numberText(standIn.visits) })}
              options={[
                { value: 'nobody', word: m.import_stand_in_none() },
                { value: 'person', word: m.import_stand_in_person() },
              ]}
              value={standInAnswer(mapping, standIn)}
              onChange={(answer) => onChange(standIn.key, answer)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface CurrencyCardProps {
  readonly checked: PreviewedList;
  readonly onChange: (currency: string) => void;
}

// Where the shop has amounts its currency is settled, and there is nothing to choose.
function CurrencyCard({ checked, onChange }: CurrencyCardProps): JSX.Element | null {
  const settings = useSettings();
  const { preview, mapping } = checked;
  const options = currencyOptionsOf(preview, settings);
  if (options.length < 2) return null;
  const own = settings.currency.code;
  return (
    <Card title={m.import_currency_title()}>
      <Choice
        legend={m.import_currency_question()}
        hint={m.import_currency_hint({ currency: currencyName(own) })}
        options={options.map((value) => ({ value, word: `${value} · ${currencyName(value)}` }))}
        value={mapping.choices.currency ?? preview.currency}
        onChange={onChange}
      />
    </Card>
  );
}
