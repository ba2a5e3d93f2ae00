import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { addPerk, changePerkDraft, type PerkDraft } from '#app/perks/perks.ts';
import { parseAmount } from '#domain/shop/amount-input.ts';
import type { Currency } from '#domain/shop/money.ts';
import {
  afterVisitsOfPerk,
  visitDaysOfPerk,
  type Perk,
  type PerkMeasure,
} from '#domain/week/perk.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';

export interface PerkSheetProps {
  /** Null for a new one. */
  readonly perk: Perk | null;
  readonly onClose: () => void;
}

/** As it is typed. */
interface PerkForm {
  readonly measure: PerkMeasure;
  readonly number: string;
  readonly sum: string;
  readonly after: string;
  readonly gives: string;
  readonly givesToNew: string;
}

/** One of four sentences to fill in, and nothing else. */
export function PerkSheet({ perk, onClose }: PerkSheetProps): JSX.Element {
  const deps = useDeps();
  const { currency, amounts } = useSettings();
  const { run, isRunning } = useAction();
  const [form, setForm] = useState(() => formOf(perk, currency));
  const [checked, setChecked] = useState(false);
  const draft = draftOf(form, currency);
  const problems = checked ? problemsIn(form, currency) : noProblems;
  const change = (changes: Partial<PerkForm>): void => setForm({ ...form, ...changes });

  async function save(): Promise<void> {
    setChecked(true);
    if (draft === null) return;
    const saved = await run(() =>
      perk === null ? addPerk(deps, draft) : changePerkDraft(deps, perk.id, draft),
    );
    if (saved !== undefined) onClose();
  }

  return (
    <Sheet
      title={perk === null ? m.perk_sheet_new() : m.perk_sheet_change()}
      closeWord={m.perk_sheet_close()}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={isRunning} onPress={() => void save()}>
          {m.perk_sheet_save()}
        </Button>
      }
    >
      <FieldStack>
        <Choice
          legend={m.perk_form()}
          options={forms
            .filter(({ value }) => amounts || value !== 'spend')
            .map(({ value, word }) => ({ value, word: word() }))}
          value={form.measure}
          onChange={(measure) => change({ measure })}
        />
        <NumberField form={form} problem={problems.number} onChange={change} />
        <TextField
          label={m.perk_form_gives()}
          hint={m.perk_form_gives_hint()}
          maxLength={80}
          value={form.gives}
          problem={problems.gives}
          onInput={(gives) => change({ gives })}
        />
        {form.measure === 'people-sent' ? (
          <TextField
            label={m.perk_form_new()}
            hint={m.perk_form_new_hint()}
            maxLength={80}
            value={form.givesToNew}
            onInput={(givesToNew) => change({ givesToNew })}
          />
        ) : null}
      </FieldStack>
    </Sheet>
  );
}

interface NumberFieldProps {
  readonly form: PerkForm;
  readonly problem: string | null;
  readonly onChange: (changes: Partial<PerkForm>) => void;
}

/** The number in the sentence; a year is always one. */
function NumberField({ form, problem, onChange }: NumberFieldProps): JSX.Element | null {
  const { currency } = useSettings();
  switch (form.measure) {
    case 'visit-days':
      return (
        <TextField
          label={m.perk_form_number()}
          inputMode="numeric"
          maxLength={4}
          value={form.number}
          problem={problem}
          onInput={(number) => onChange({ number })}
        />
      );
    case 'spend':
      return (
        <TextField
          label={m.perk_form_sum()}
          inputMode="decimal"
          maxLength={12}
          before={currency.code}
          value={form.sum}
          problem={problem}
          onInput={(sum) => onChange({ sum })}
        />
      );
    case 'people-sent':
      return (
        <TextField
          label={m.perk_form_after()}
          inputMode="numeric"
          maxLength={2}
          value={form.after}
          problem={problem}
          onInput={(after) => onChange({ after })}
        />
      );
    case 'years':
      return null;
  }
}

const forms: readonly { readonly value: PerkMeasure; readonly word: () => string }[] = [
  { value: 'visit-days', word: m.perk_form_visits },
  { value: 'spend', word: m.perk_form_spend },
  { value: 'people-sent', word: m.perk_form_sent },
  { value: 'years', word: m.perk_form_years },
];

function formOf(perk: Perk | null, currency: Currency): PerkForm {
  const blank = {
    number: String(visitDaysOfPerk.usual),
    sum: '',
    after: String(afterVisitsOfPerk.usual),
    gives: '',
    givesToNew: '',
  };
  if (perk === null) return { ...blank, measure: 'visit-days' };
  const { measure, threshold, gives, givesToNew, afterVisits } = perk;
  return {
    measure,
    number: measure === 'visit-days' ? String(threshold) : blank.number,
    sum: measure === 'spend' ? amountFieldText(threshold, currency) : blank.sum,
    after: String(afterVisits),
    gives,
    givesToNew,
  };
}

/** What it would save; null while something stands in the way. */
function draftOf(form: PerkForm, currency: Currency): PerkDraft | null {
  const threshold = thresholdIn(form, currency);
  const afterVisits =
    form.measure === 'people-sent'
      ? wholeIn(form.after, afterVisitsOfPerk)
      : afterVisitsOfPerk.usual;
  const gives = form.gives.trim();
  if (threshold === null || afterVisits === null || isVague(gives)) return null;
  return {
    measure: form.measure,
    threshold,
    repeats: form.measure === 'spend' ? 'yearly' : 'every',
    gives,
    givesToNew: form.measure === 'people-sent' ? form.givesToNew.trim() : '',
    afterVisits,
  };
}

function thresholdIn({ measure, number, sum }: PerkForm, currency: Currency): number | null {
  if (measure === 'visit-days') return wholeIn(number, visitDaysOfPerk);
  if (measure !== 'spend') return 1;
  const amount = parseAmount(sum, currency) ?? null;
  return amount === 0 ? null : amount;
}

function wholeIn(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | null {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return number >= min && number <= max ? number : null;
}

interface PerkProblems {
  readonly number: string | null;
  readonly gives: string | null;
}

const noProblems: PerkProblems = { number: null, gives: null };

function problemsIn(form: PerkForm, currency: Currency): PerkProblems {
  return { number: numberProblem(form, currency), gives: givesProblem(form.gives.trim()) };
}

function numberProblem(form: PerkForm, currency: Currency): string | null {
  if (form.measure === 'people-sent')
    return wholeIn(form.after, afterVisitsOfPerk) === null ? m.perk_form_after_wrong() : null;
  if (thresholdIn(form, currency) !== null) return null;
  return form.measure === 'spend'
    ? m.perk_form_sum_wrong({ example: amountFieldText(300 * 10 ** currency.digits, currency) })
    : m.perk_form_number_wrong();
}

function givesProblem(gives: string): string | null {
  if (gives === '') return m.perk_form_gives_wrong();
  return isVague(gives) ? m.perk_form_gives_vague({ text: gives }) : null;
}

// Whoever reads it must know what they get. The catalogue knows what says nothing in its language.
function isVague(gives: string): boolean {
  const vague = m.perk_form_vague().split(',');
  return gives.length < 3 || vague.includes(gives.toLowerCase());
}
