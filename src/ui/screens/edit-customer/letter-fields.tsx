import type { JSX } from 'preact';
import { offeredLanguages } from '#i18n/language/languages.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { SelectField, TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { languageName } from '#ui/screens/my-shop/language-names.ts';
import type { CustomerFieldGroupProps } from './customer-fields-props.ts';

/** How they are written to, and how their name stands where others read it. */
export function LetterFields({ form, set, text }: CustomerFieldGroupProps): JSX.Element {
  const { language } = form.texts;
  return (
    <Card heading="group" title={m.customer_form_letters()}>
      <div class="customer-fields_pair">
        <TextField
          label={m.customer_form_letter_name()}
          hint={m.customer_form_letter_name_hint()}
          maxLength={120}
          autoCapitalize="words"
          spellcheck={false}
          {...text('letterName')}
        />
        <TextField
          label={m.customer_form_opening()}
          hint={m.customer_form_opening_hint()}
          maxLength={120}
          spellcheck={false}
          {...text('opening')}
        />
        <TextField
          label={m.customer_form_wall_name()}
          hint={m.customer_form_wall_name_hint()}
          maxLength={120}
          autoCapitalize="words"
          spellcheck={false}
          {...text('wallName')}
        />
        <SelectField
          label={m.customer_form_language()}
          hint={m.customer_form_language_hint()}
          options={languageOptions(language)}
          value={language}
          onChange={(chosen) => set('language', chosen)}
        />
      </div>
    </Card>
  );
}

// A language that a list brought in, and that the screens do not speak, stays as it is.
function languageOptions(chosen: string): readonly { value: string; word: string }[] {
  const offered = offeredLanguages.map((each) => ({ value: each, word: languageName(each) }));
  const isOffered = offered.some(({ value }) => value === chosen);
  return [
    { value: '', word: m.customer_form_language_shop() },
    ...offered,
    ...(chosen === '' || isOffered ? [] : [{ value: chosen, word: chosen }]),
  ];
}
