import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { parseAmount } from '#domain/shop/amount-input.ts';
import { maxOfSetting } from '#domain/shop/max-of-setting.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { currencySign } from '#i18n/story.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { Choice, type ChoiceProps } from '#ui/parts/controls/choice.tsx';
import { TextField, type TextFieldProps } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { SettingContext } from './use-setting-context.ts';

interface SettingFieldProps<Name extends keyof SettingsValues> extends Pick<
  TextFieldProps,
  'label' | 'hint' | 'before' | 'inputMode' | 'maxLength'
> {
  readonly name: Name;
  readonly context: SettingContext;
}

type MoneyName = 'budgetMoney' | 'cardCost';

export function MoneySetting(props: SettingFieldProps<MoneyName>): JSX.Element {
  const { currency, [props.name]: amount } = props.context.settings;
  return (
    <TypedSetting
      {...props}
      before={currencySign(currency)}
      inputMode="decimal"
      start={amountFieldText(amount, currency)}
      parse={(text) => parseAmount(text, currency) ?? null}
      wrong={m.my_shop_amount_wrong()}
    />
  );
}

interface NumberSettingProps extends SettingFieldProps<keyof typeof maxOfSetting> {
  /** The sentence for what is below 1 or above the most. */
  readonly wrong: (bounds: { readonly max: number }) => string;
}

export function NumberSetting({ wrong, ...props }: NumberSettingProps): JSX.Element {
  const max = maxOfSetting[props.name];
  return (
    <TypedSetting
      {...props}
      inputMode="numeric"
      wrong={wrong({ max })}
      start={String(props.context.settings[props.name])}
      parse={(text) => {
        const typed = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
        return typed < 1 || typed > max ? null : typed;
      }}
    />
  );
}

interface TextSettingProps extends SettingFieldProps<'shopName' | 'shopPhone' | 'shopEmail'> {
  /** What may be saved; everything where it is left out. */
  readonly isGood?: (text: string) => boolean;
  /** The sentence for what may not. */
  readonly wrong?: string;
}

export function TextSetting({ isGood, wrong, ...props }: TextSettingProps): JSX.Element {
  return (
    <TypedSetting
      inputMode="text"
      {...props}
      maxLength={80}
      start={props.context.settings[props.name]}
      parse={(text) => ((isGood?.(text.trim()) ?? true) ? text.trim() : null)}
      wrong={wrong ?? ''}
    />
  );
}

interface TypedSettingProps<Name extends keyof SettingsValues> extends SettingFieldProps<Name> {
  readonly start: string;
  /** Null for what cannot be saved. */
  readonly parse: (text: string) => SettingsValues[Name] | null;
  readonly wrong: string;
}

/** Every good state is saved as it is typed; a bad one stays on screen with a sentence. */
function TypedSetting<Name extends keyof SettingsValues>(
  props: TypedSettingProps<Name>,
): JSX.Element {
  const { name, context, start, parse, wrong, ...field } = props;
  const [text, setText] = useState(start);
  const [isLeft, setLeft] = useState(false);
  return (
    <TextField
      {...field}
      value={text}
      problem={isLeft && parse(text) === null ? wrong : null}
      onInput={(typed) => {
        setText(typed);
        const value = parse(typed);
        if (value !== null) context.change({ [name]: value });
      }}
      onLeave={() => setLeft(true)}
    />
  );
}

type ChoiceName = 'focus' | 'paper' | 'shopKind' | 'theme';

interface ChoiceSettingProps<Name extends ChoiceName> extends Omit<
  ChoiceProps<SettingsValues[Name]>,
  'value' | 'onChange'
> {
  readonly name: Name;
  readonly context: SettingContext;
}

export function ChoiceSetting<Name extends ChoiceName>(
  props: ChoiceSettingProps<Name>,
): JSX.Element {
  const { name, context, ...choice } = props;
  return (
    <Choice
      {...choice}
      value={context.settings[name]}
      onChange={(value) => context.change({ [name]: value })}
    />
  );
}
