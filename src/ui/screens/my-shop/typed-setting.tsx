import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';
import type { Currency } from '#domain/shop/money.ts';
import { TextField, type TextFieldProps } from '#ui/parts/controls/field.tsx';

interface TypedSettingProps extends Pick<
  TextFieldProps,
  'label' | 'hint' | 'before' | 'maxLength'
> {
  readonly start: string;
  readonly inputMode: 'decimal' | 'numeric' | 'text';
  /** Saves what `text` says, or tells what is wrong with it. */
  readonly take: (text: string) => string | null;
}

/**
 * A field whose every good state is saved as it is typed, and whose bad ones stay on screen with a
 * sentence.
 */
export function TypedSetting({ start, take, ...field }: TypedSettingProps): JSX.Element {
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  return (
    <TextField
      {...field}
      value={text}
      problem={isLeft ? problem : null}
      onInput={(typed) => {
        setText(typed);
        setProblem(take(typed));
      }}
      onLeave={() => setLeft(true)}
    />
  );
}

interface MoneySettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly currency: Currency;
  readonly amount: number;
  readonly wrong: string;
  readonly onAmount: (amount: number) => void;
}

/** A setting that is an amount of money. */
export function MoneySetting(props: MoneySettingProps): JSX.Element {
  const { currency, amount, wrong, onAmount, label, hint } = props;
  return (
    <TypedSetting
      label={label}
      {...(hint === undefined ? {} : { hint })}
      before={signOf(currency)}
      inputMode="decimal"
      start={amountInputText(amount, currency)}
      take={(text) => {
        const typed = parseAmount(text, currency);
        if (typed === undefined || typed === null) return wrong;
        onAmount(typed);
        return null;
      }}
    />
  );
}

interface NumberSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly number: number;
  readonly max: number;
  readonly wrong: string;
  readonly onNumber: (number: number) => void;
}

/** A setting that is a whole number from 1 to `max`. */
export function NumberSetting(props: NumberSettingProps): JSX.Element {
  const { label, hint, number, max, wrong, onNumber } = props;
  return (
    <TypedSetting
      label={label}
      hint={hint}
      inputMode="numeric"
      start={String(number)}
      take={(text) => {
        const typed = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
        if (typed < 1 || typed > max) return wrong;
        onNumber(typed);
        return null;
      }}
    />
  );
}

function signOf({ code }: Currency): string {
  const parts = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: code,
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? code;
}
