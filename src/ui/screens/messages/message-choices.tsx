import type { JSX } from 'preact';
import { messageWays } from '#domain/messages/message-way.ts';
import { allSegments } from '#domain/week/segment.ts';
import { segmentName } from '#i18n/segments.ts';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, SelectField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { wayText } from './message-words.ts';
import type { HeldMessage } from './use-message-draft.ts';

/** What it is for, how it goes, and to whom. */
export function MessageChoices({
  message: { draft, change },
  isForMany,
}: {
  readonly message: HeldMessage;
  readonly isForMany: boolean;
}): JSX.Element {
  return (
    <Card>
      <FieldStack>
        <Choice
          legend={m.messages_purpose()}
          options={[
            { value: 'news', word: m.messages_news() },
            { value: 'thanks', word: m.messages_thanks() },
          ]}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <Choice
          legend={m.messages_way()}
          options={messageWays.map((value) => ({ value, word: wayText(value) }))}
          value={draft.way}
          onChange={(way) => change({ way })}
        />
        {isForMany ? (
          <SelectField
            label={m.messages_group()}
            options={[
              { value: '', word: m.messages_everybody() },
              ...allSegments.map((value) => ({ value, word: segmentName(value) })),
            ]}
            value={draft.group}
            onChange={(group) => change({ group })}
          />
        ) : null}
      </FieldStack>
    </Card>
  );
}
