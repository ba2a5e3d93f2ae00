import type { JSX } from 'preact';
import { dateOrderExample } from '#app/import/column-mapping.ts';
import { currencyCalled } from '#domain/shop/money.ts';
import { dayText, namesText, numberText } from '#i18n/format.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { currencyName } from '#ui/screens/first-run/locale-options.ts';
import { currencyOptionsOf, standInAnswer } from './import-questions.ts';
import { hasLetters, LettersChoice } from './letters-choice.tsx';
import { hasColumns, type ImportFlow, type PreviewedList } from './import-steps.ts';

export interface AssumptionsProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
}

/** What we took for granted, a line each, with the tap that changes it. */
export function Assumptions(props: AssumptionsProps): JSX.Element | null {
  const lines = [
    ...layoutLine(props),
    ...sheetLine(props),
    ...useOrderLine(props),
    ...useCurrencyLine(props),
    ...standInsLine(props),
    ...namesakesLine(props),
  ];
  const { wizard, checked } = props;
  const showsLetters = hasLetters(checked.mapping.reading);
  if (lines.length === 0 && !showsLetters) return null;
  return (
    <Card title={m.import_assumed_title()}>
      <RowList>
        {showsLetters ? (
          <LettersChoice wizard={wizard} mapping={checked.mapping} kind="line" />
        ) : null}
        {lines.map((line) => (
          <Row
            key={line.label}
            title={line.words}
            control={
              line.onChange === null ? undefined : (
                <Button kind="quiet" label={line.label} onPress={line.onChange}>
                  {m.import_change()}
                </Button>
              )
            }
          />
        ))}
      </RowList>
    </Card>
  );
}

interface Line {
  readonly words: string;
  /** What its key does, for those who listen. */
  readonly label: string;
  /** Null where it cannot be changed. */
  readonly onChange: (() => void) | null;
}

type Lines = readonly Line[];

function layoutLine({ wizard, checked: { mapping } }: AssumptionsProps): Lines {
  const { layout } = mapping.reading;
  if (layout === null || !hasColumns(mapping)) return [];
  return [
    {
      words: m.import_assumed_layout({ name: layout.name }),
      label: m.import_assumed_layout_label(),
      onChange: () => wizard.show({ step: 'columns', mapping, problem: null }),
    },
  ];
}

function sheetLine({ wizard, checked: { mapping } }: AssumptionsProps): Lines {
  const { sheets, sheet } = mapping.reading;
  if (sheets.length < 2 || sheet === null) return [];
  return [
    {
      words: m.import_assumed_sheet({ name: sheet }),
      label: m.import_assumed_sheet_label(),
      onChange: () => wizard.show({ step: 'columns', mapping, problem: null }),
    },
  ];
}

// Only where some day of the list could be read either way.
function useOrderLine({ wizard, checked }: AssumptionsProps): Lines {
  const today = useToday();
  const { mapping } = checked;
  const { reading, choices } = mapping;
  const example = dateOrderExample(reading, choices);
  if (example === null) return [];
  const [order, day] =
    example.order === 'day-first'
      ? (['month-first', example.dayFirst] as const)
      : (['day-first', example.monthFirst] as const);
  const changed = { ...mapping, choices: { ...choices, order } };
  return [
    {
      words: m.import_assumed_order({ example: example.example, day: dayText(day, today) }),
      label: m.import_assumed_order_label(),
      onChange: () => void wizard.check({ ...checked, mapping: changed }),
    },
  ];
}

function useCurrencyLine({ wizard, checked }: AssumptionsProps): Lines {
  const settings = useSettings();
  const { currencies, currency } = checked.preview;
  const own = settings.currency.code;
  const others = currencies.filter((code) => code !== currency).map(currencyName);
  if (others.length === 0 && currency === own) return [];
  const taken = currencyName(currencyCalled(currency).code);
  const words =
    others.length === 0
      ? m.import_assumed_currency_new({ currency: taken })
      : m.import_assumed_currency({ currency: taken, others: namesText(others) });
  const canChange = currencyOptionsOf(checked.preview, settings).length > 1;
  return [
    {
      words,
      label: m.import_assumed_currency_label(),
      onChange: canChange ? () => wizard.show({ step: 'questions', checked }) : null,
    },
  ];
}

function standInsLine({ wizard, checked }: AssumptionsProps): Lines {
  const anonymous = checked.preview.standIns
    .filter((standIn) => standInAnswer(checked.mapping, standIn) === 'nobody')
    .map(({ name }) => name);
  if (anonymous.length === 0) return [];
  return [
    {
      words: m.import_assumed_stand_ins({
        count: anonymous.length,
        names: namesText(anonymous),
      }),
      label: m.import_assumed_stand_ins_label(),
      onChange: () => wizard.show({ step: 'questions', checked }),
    },
  ];
}

function namesakesLine({ wizard, checked }: AssumptionsProps): Lines {
  const { namesakes: count } = checked.preview;
  if (count === 0) return [];
  const facts = { count, text: numberText(count) };
  return [
    {
      words:
        checked.answers.all === 'apart'
          ? m.import_assumed_apart(facts)
          : m.import_assumed_same(facts),
      label: m.import_assumed_same_label(),
      onChange: () => wizard.show({ step: 'questions', checked }),
    },
  ];
}
