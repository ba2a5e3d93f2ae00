import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageProgress } from '#app/messages/message-draft.ts';
import type { MessageWay } from '#domain/messages/message-way.ts';
import type { MessageReceiver } from '#domain/messages/message-audience.ts';
import { personalLink } from '#domain/messages/message-link.ts';
import { numberText } from '#i18n/format.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { CopyKey } from './copy-key.tsx';
import { filledText, type FillContext } from './message-words.ts';
import { useOpening } from './use-opening.ts';
import { MessageShown } from './preview-card.tsx';

export interface OneByOneProps {
  readonly progress: MessageProgress;
  readonly receiver: MessageReceiver;
  readonly context: FillContext;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: 'sent' | 'not-sent') => void;
  readonly onStop: () => void;
}

/** Whose turn it is: the draft is opened, and the owner says whether it was sent. */
export function OneByOne(props: OneByOneProps): JSX.Element {
  const { progress, receiver, context } = props;
  const { name } = receiver.customer;
  return (
    <Card
      title={m.messages_turn({
        place: numberText(progress.place + 1),
        count: numberText(progress.people.length),
        name,
      })}
    >
      <div class="messages_sending">
        {context.draft.way === 'call' ? null : (
          <MessageShown receiver={receiver} context={context} />
        )}
        <Answers {...props} />
      </div>
    </Card>
  );
}

// Nothing is asked before the draft was opened.
function Answers({ receiver, context, isBusy, onAnswer, onStop }: OneByOneProps): JSX.Element {
  const [isOpened, setOpened] = useState(false);
  const opening = useOpening();
  const { name } = receiver.customer;
  const { way } = context.draft;
  const text = filledText(receiver, context);
  const { href, hasText } = personalLink(way, receiver.address, text);
  return (
    <>
      {hasText || way === 'call' ? null : <CopyKey why={m.messages_too_long()} text={text.body} />}
      <ButtonRow>
        <ButtonLink
          href={href}
          kind={isOpened ? 'plain' : 'primary'}
          onPress={() => {
            setOpened(true);
            opening.begin();
          }}
        >
          {way === 'call' ? m.messages_open_call({ name }) : m.messages_open_draft()}
        </ButtonLink>
        {isOpened ? null : <Button onPress={onStop}>{m.messages_stop()}</Button>}
      </ButtonRow>
      {isOpened ? (
        <div class="messages_question" role="group" aria-label={m.messages_sent_question({ name })}>
          <p class="type_lead">{m.messages_sent_question({ name })}</p>
          <div role="status">
            {opening.isStuck ? <NotOpened way={way} body={text.body} /> : null}
          </div>
          <ButtonRow>
            <Button kind="primary" busy={isBusy} onPress={() => onAnswer('sent')}>
              {m.messages_sent_next()}
            </Button>
            <Button busy={isBusy} onPress={() => onAnswer('not-sent')}>
              {m.messages_not_sent()}
            </Button>
            <Button onPress={onStop}>{m.messages_stop()}</Button>
          </ButtonRow>
        </div>
      ) : null}
    </>
  );
}

interface NotOpenedProps {
  readonly way: MessageWay;
  readonly body: string;
}

// Nobody can ask whether an app is there: only that the page was not left.
function NotOpened({ way, body }: NotOpenedProps): JSX.Element {
  if (way === 'call') return <p>{m.messages_not_opened_call()}</p>;
  const why = way === 'chat' ? m.messages_not_opened_chat() : m.messages_not_opened();
  return <CopyKey why={why} text={body} />;
}
