import type { JSX } from 'preact';
import { currencyCalled } from '#app/shop/currencies.ts';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { shopTypeOptions } from '#ui/screens/first-run/shop-type-options.tsx';
import { currencyOptions, zoneOptions } from '#ui/screens/first-run/locale-options.ts';
import type { SettingProps } from './setting-props.ts';
import { TypedSetting } from './typed-setting.tsx';

/** What the shop is called and sells, its money and its clock. */
export function ShopSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <FieldStack>
      <TypedSetting
        label={m.my_shop_name_label()}
        inputMode="text"
        maxLength={80}
        start={settings.shopName}
        take={(text) => {
          if (text.trim() === '') return m.my_shop_name_missing();
          change({ shopName: text.trim() });
          return null;
        }}
      />
      <Choice
        legend={m.my_shop_kind()}
        options={shopTypeOptions()}
        value={settings.shopKind}
        onChange={(shopKind) => change({ shopKind })}
      />
      <SelectField
        label={m.my_shop_currency()}
        hint={settings.currencyFixed ? m.my_shop_currency_fixed() : m.my_shop_currency_hint()}
        disabled={settings.currencyFixed}
        value={settings.currency.code}
        options={currencyOptions(settings.currency.code)}
        onChange={(code) => change({ currency: currencyCalled(code) })}
      />
      <SelectField
        label={m.my_shop_zone()}
        hint={m.my_shop_zone_hint()}
        value={settings.zone}
        options={zoneOptions(settings.zone)}
        onChange={(zone) => change({ zone })}
      />
    </FieldStack>
  );
}
