import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageAudience } from '#domain/messages/message-audience.ts';
import { numberText } from '#i18n/format.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { noMessageText } from './message-words.ts';

/** So many are drawn at once. */
const maxShown = 100;

/** How many get it, and everybody who does not with the rule. */
export function ReceiversCard({ audience }: { readonly audience: MessageAudience }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { receivers, leftOut } = audience;
  const count = receivers.length;
  return (
    <Card title={m.messages_who()}>
      <p>{count === 0 ? m.messages_none() : m.messages_may({ count, text: numberText(count) })}</p>
      {leftOut.length === 0 ? null : (
        <>
          <p class="type_sub">{m.messages_left_out({ text: numberText(leftOut.length) })}</p>
          <Button kind="link" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {m.messages_left_out_why()}
          </Button>
        </>
      )}
      {isOpen ? (
        <ul class="messages_left">
          {leftOut.slice(0, maxShown).map(({ customer, why }) => (
            <li key={customer.id}>
              <bdi>{customer.name}</bdi>
              <small class="type_sub type_small">{noMessageText(why)}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
