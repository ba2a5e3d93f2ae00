import type { JSX } from 'preact';
import { spokenLanguage } from '#i18n/catalogue.ts';
import { offeredLanguages, type Language } from '#i18n/language/languages.ts';
import { regionNames } from '#i18n/language/region-names.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { languageName } from './language-names.ts';
import type { SettingContext } from './use-setting-context.ts';

/**
 * What this tablet speaks: the page begins again in the language that is chosen. And the country of
 * the shop, for all its tablets.
 */
export function LanguageChoice({ context }: { readonly context: SettingContext }): JSX.Element {
  const { device } = useApp();
  const { settings, change } = context;
  const regions = regionNames().map(({ code, name }) => ({ value: code, word: name }));
  return (
    <FieldStack>
      <Choice<Language>
        legend={m.my_shop_language()}
        hint={m.my_shop_language_hint()}
        options={offeredLanguages.map((value) => ({ value, word: languageName(value) }))}
        value={spokenLanguage()}
        onChange={device.changeLanguage}
      />
      <SelectField
        label={m.my_shop_region()}
        hint={m.my_shop_region_hint()}
        value={settings.region}
        options={[{ value: '', word: m.my_shop_region_tablet() }, ...regions]}
        onChange={(region) => change({ region })}
      />
    </FieldStack>
  );
}
