import type { JSX } from 'preact';
import type { LanguageText } from '#app/messages/message-draft.ts';
import { mergeFields, unknownFields } from '#domain/messages/merge-fields.ts';
import type { MessageAudience } from '#domain/messages/message-audience.ts';
import { textParts } from '#domain/messages/text-parts.ts';
import { conjunctionText } from '#i18n/format.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { AreaField, FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { letterLanguage, optOutLine } from './message-words.ts';
import type { HeldMessage } from './use-message-draft.ts';

export interface TextsCardProps {
  readonly message: HeldMessage;
  readonly audience: MessageAudience;
}

/** One text for each language in use, the shop's own first. */
export function TextsCard({ message, audience }: TextsCardProps): JSX.Element {
  const { language } = useSettings();
  const own = audience.receivers.flatMap(({ customer }) => customer.language ?? []);
  const languages = [...new Set([language, ...own])];
  return (
    <Card title={m.messages_text()}>
      <FieldStack>
        <p class="type_sub type_small">
          {m.messages_fields({ fields: conjunctionText(mergeFields.map((each) => `{${each}}`)) })}
        </p>
        {languages.map((each) => (
          <LanguageFields
            key={each}
            message={message}
            language={each}
            isOnly={languages.length === 1}
          />
        ))}
      </FieldStack>
    </Card>
  );
}

interface LanguageFieldsProps {
  readonly message: HeldMessage;
  readonly language: string;
  readonly isOnly: boolean;
}

function LanguageFields({ message, language, isOnly }: LanguageFieldsProps): JSX.Element {
  const settings = useSettings();
  const { draft, change } = message;
  const text = draft.texts.find((each) => each.language === language) ?? blankText(language);
  const named = { language: letterLanguage(language) };
  const isOther = language !== settings.language;
  function set(changes: Partial<LanguageText>): void {
    const others = draft.texts.filter((each) => each.language !== language);
    change({ texts: [...others, { ...text, ...changes }] });
  }
  return (
    <>
      {draft.way === 'email' ? (
        <TextField
          label={isOnly ? m.messages_subject() : m.messages_subject_in(named)}
          value={text.subject}
          maxLength={150}
          problem={fieldProblem(text.subject)}
          onInput={(subject) => set({ subject })}
        />
      ) : null}
      <AreaField
        label={isOnly ? m.messages_body() : m.messages_body_in(named)}
        {...(isOther ? { hint: m.messages_empty_means() } : {})}
        rows={7}
        maxLength={5_000}
        value={text.body}
        problem={fieldProblem(text.body)}
        onInput={(body) => set({ body })}
      />
      {draft.way === 'text' ? (
        <p class="type_sub type_small">{m.messages_parts({ count: textParts(text.body) })}</p>
      ) : null}
      {draft.purpose === 'news' ? (
        <p class="type_sub type_small">
          {m.messages_added({ line: optOutLine(language, settings) })}
        </p>
      ) : null}
    </>
  );
}

function fieldProblem(text: string): string | null {
  const unknown = unknownFields(text);
  return unknown.length === 0 ? null : m.messages_unknown({ fields: conjunctionText(unknown) });
}

function blankText(language: string): LanguageText {
  return { language, subject: '', body: '' };
}
