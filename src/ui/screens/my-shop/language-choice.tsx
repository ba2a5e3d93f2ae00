import type { JSX } from 'preact';
import { spokenLanguage } from '#i18n/catalogue.ts';
import { offeredLanguages, type Language } from '#i18n/language/languages.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';
import { languageName } from './language-names.ts';

/** What this tablet speaks. The page begins again in the language that is chosen. */
export function LanguageChoice(): JSX.Element {
  const { device } = useApp();
  return (
    <Choice<Language>
      legend={m.my_shop_language()}
      labelling="hidden"
      hint={m.my_shop_language_hint()}
      options={offeredLanguages.map((value) => ({ value, word: languageName(value) }))}
      value={spokenLanguage()}
      onChange={device.changeLanguage}
    />
  );
}
