import type { JSX } from 'preact';
import type { Settings } from '#domain/shop/settings.ts';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';
import { currencySign } from '#i18n/story.ts';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

export interface AmountFieldProps {
  readonly settings: Settings;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Whether saving was tried: what is half-typed is not wrong yet. */
  readonly isTried: boolean;
}

/** Money in a form of the owner. Nothing is shown in a shop that notes no money. */
export function AmountField({
  settings,
  value,
  onInput,
  isTried,
}: AmountFieldProps): JSX.Element | null {
  if (!settings.amounts) return null;
  const { currency } = settings;
  const isWrong = isTried && parseAmount(value, currency) === undefined;
  const example = amountInputText(1840, { ...currency, digits: Math.min(currency.digits, 2) });
  return (
    <TextField
      label={m.customer_visit_amount()}
      inputMode="decimal"
      before={currencySign(currency)}
      value={value}
      problem={isWrong ? m.customer_visit_amount_problem({ text: value, example }) : null}
      onInput={onInput}
    />
  );
}
