import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageReceiver } from '#domain/messages/message-audience.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { m } from '#ui/messages.ts';
import { filledText, type FillContext } from './message-words.ts';

export interface PreviewCardProps {
  readonly receivers: readonly MessageReceiver[];
  readonly context: FillContext;
}

/** What each one gets, word for word, one person after another. */
export function PreviewCard({ receivers, context }: PreviewCardProps): JSX.Element | null {
  const [chosen, setChosen] = useState(0);
  const place = Math.min(chosen, receivers.length - 1);
  const receiver = receivers[place];
  if (receiver === undefined) return null;
  const turn = (by: number) => () => setChosen((place + by + receivers.length) % receivers.length);
  return (
    <Card
      title={m.messages_preview()}
      aside={
        receivers.length < 2 ? undefined : (
          <span class="line messages_turn">
            <Button
              label={m.messages_previous()}
              icon={<Icon name="chevron-left" />}
              onPress={turn(-1)}
            />
            <Button
              label={m.messages_next()}
              icon={<Icon name="chevron-right" />}
              onPress={turn(1)}
            />
          </span>
        )
      }
    >
      <MessageShown receiver={receiver} context={context} />
    </Card>
  );
}

/** One message as it goes out. */
export function MessageShown({
  receiver,
  context,
}: {
  readonly receiver: MessageReceiver;
  readonly context: FillContext;
}): JSX.Element {
  const { subject, body } = filledText(receiver, context);
  return (
    <div class="messages_shown" aria-live="polite">
      <p class="type_sub">{m.messages_preview_of({ name: receiver.customer.name })}</p>
      {context.draft.way === 'email' && subject !== '' ? <strong>{subject}</strong> : null}
      <p class="messages_body">{body}</p>
    </div>
  );
}
