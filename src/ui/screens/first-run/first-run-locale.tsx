import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { currencyCalled } from '#domain/shop/money.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { cityOf, currencyName, currencyOptions, zoneOptions } from './locale-options.ts';

type LocaleAnswers = Pick<SettingsValues, 'zone' | 'currency'>;

export interface FirstRunLocaleProps extends LocaleAnswers {
  readonly onChange: (place: Partial<LocaleAnswers>) => void;
}

/** The device's time zone and currency, in one line that can be corrected. */
export function FirstRunLocale({ zone, currency, onChange }: FirstRunLocaleProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <p class="line line-level first-run_place">
        {m.first_run_place({ city: cityOf(zone), currency: currencyName(currency.code) })}
        <Button kind="link" onPress={() => setOpen(true)}>
          {m.first_run_place_change()}
        </Button>
      </p>
    );
  }
  return (
    <FieldStack columns="two">
      <SelectField
        label={m.first_run_zone()}
        value={zone}
        options={zoneOptions(zone)}
        onChange={(chosen) => onChange({ zone: chosen })}
      />
      <SelectField
        label={m.first_run_currency()}
        value={currency.code}
        options={currencyOptions(currency.code)}
        onChange={(code) => onChange({ currency: currencyCalled(code) })}
      />
    </FieldStack>
  );
}
