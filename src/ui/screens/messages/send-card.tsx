import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageDraft, MessageProgress } from '#app/messages/message-draft.ts';
import type { MessageAudience, MessageReceiver } from '#domain/messages/message-audience.ts';
import { fieldsIn, unknownFields } from '#domain/messages/merge-fields.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { conjunctionText, numberText } from '#i18n/format.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { AllAtOnce } from './all-at-once.tsx';
import type { useFollowUps } from './follow-ups.tsx';
import { OneByOne } from './one-by-one.tsx';
import { QuietNotice, useQuietText } from './quiet-notice.tsx';
import { DoneCard } from './done-card.tsx';
import { languageOf } from './message-words.ts';
import type { HeldMessage } from './use-message-draft.ts';
import { useSending, type Turn } from './use-sending.ts';

export interface SendCardProps {
  readonly message: HeldMessage;
  readonly audience: MessageAudience;
  readonly followUps: ReturnType<typeof useFollowUps>;
  readonly isSending: boolean;
  readonly onSending: (isSending: boolean) => void;
}

type Manner = 'single' | 'hidden';

/** From what is written to the drafts: how, when, whose turn it is, and how many it were. */
export function SendCard(props: SendCardProps): JSX.Element | null {
  const { message, audience, isSending, onSending } = props;
  const [manner, setManner] = useState<Manner>('single');
  const settings = useSettings();
  const { draft } = message;
  const { progress } = draft;
  if (isSending) return <SendingSteps {...props} manner={manner} />;
  if (progress !== null && progress.place < progress.people.length)
    return <StoppedCard {...props} progress={progress} />;
  if (audience.receivers.length === 0) return null;
  const problem = startProblem(draft, audience, { manner, settings });
  return (
    <StartCard
      problem={problem}
      onStart={() => {
        if (manner === 'single')
          message.change({
            progress: {
              people: audience.receivers.map(({ customer }) => customer.id),
              place: 0,
              sent: 0,
            },
          });
        onSending(true);
      }}
    >
      {draft.way === 'email' && audience.receivers.length > 1 ? (
        <Choice
          legend={m.messages_how_sent()}
          labelling="hidden"
          options={[
            { value: 'single', word: m.messages_one_by_one() },
            { value: 'hidden', word: m.messages_hidden() },
          ]}
          value={manner}
          onChange={setManner}
        />
      ) : null}
      {props.followUps.view}
    </StartCard>
  );
}

interface StartCardProps {
  readonly problem: string | null;
  readonly onStart: () => void;
  readonly children: ComponentChildren;
}

function StartCard({ problem, onStart, children }: StartCardProps): JSX.Element {
  return (
    <Card title={m.messages_how_sent()}>
      <div class="messages_sending">
        {children}
        {problem === null ? null : <p role="alert">{problem}</p>}
        <StartKey word={m.messages_start()} isBarred={problem !== null} onStart={onStart} />
      </div>
    </Card>
  );
}

interface StartKeyProps {
  readonly word: string;
  readonly isBarred: boolean;
  readonly onStart: () => void;
}

/** Begins, or goes on; in quiet hours only after a second thought. */
function StartKey({ word, isBarred, onStart }: StartKeyProps): JSX.Element {
  const quiet = useQuietText();
  return quiet === null || isBarred ? (
    <Button kind="primary" disabled={isBarred} onPress={onStart}>
      {word}
    </Button>
  ) : (
    <QuietNotice text={quiet} onOpenAnyway={onStart} />
  );
}

function StoppedCard({
  message,
  onSending,
  progress,
}: SendCardProps & {
  readonly progress: NonNullable<MessageDraft['progress']>;
}): JSX.Element {
  return (
    <Card title={m.messages_how_sent()}>
      <div class="messages_sending">
        <p>
          {m.messages_stopped({
            place: numberText(progress.place),
            count: numberText(progress.people.length),
          })}
        </p>
        <ButtonRow>
          <StartKey word={m.messages_go_on()} isBarred={false} onStart={() => onSending(true)} />
          <Button onPress={message.restart}>{m.messages_again()}</Button>
        </ButtonRow>
      </div>
    </Card>
  );
}

function SendingSteps(props: SendCardProps & { readonly manner: Manner }): JSX.Element {
  const { message, audience, followUps, manner, onSending } = props;
  const settings = useSettings();
  const today = useToday();
  const context = { draft: message.draft, settings, today };
  const sending = useSending(message, context);
  const { progress } = message.draft;
  const restart = (): void => {
    message.restart();
    onSending(false);
  };
  if (manner === 'hidden' && progress === null)
    return (
      <AllAtOnce
        audience={audience}
        context={context}
        sending={sending}
        onStop={() => onSending(false)}
        onAgain={restart}
      />
    );
  const turn = progress === null ? undefined : nextTurn(progress, audience.receivers);
  if (turn === undefined) return <DoneCard sent={progress?.sent ?? 0} onAgain={restart} />;
  return (
    <OneByOne
      key={turn.receiver.customer.id}
      {...turn}
      context={context}
      isBusy={sending.isBusy}
      onStop={() => onSending(false)}
      onAnswer={(answer) =>
        void sending.answer(turn, answer).then((isSent) => (isSent ? followUps.run() : undefined))
      }
    />
  );
}

// Whoever said no in the meantime is passed over.
function nextTurn(
  progress: MessageProgress,
  receivers: readonly MessageReceiver[],
): Turn | undefined {
  for (let place = progress.place; place < progress.people.length; place += 1) {
    const id = progress.people[place];
    const receiver = receivers.find(({ customer }) => customer.id === id);
    if (receiver !== undefined) return { progress: { ...progress, place }, receiver };
  }
  return undefined;
}

function startProblem(
  draft: MessageDraft,
  { receivers }: MessageAudience,
  { manner, settings }: { readonly manner: Manner; readonly settings: Settings },
): string | null {
  if (draft.way === 'call') return null;
  const written = new Set(
    receivers.map(({ customer }) => languageOf(customer, draft.texts, settings)),
  );
  const used = [...written].map((language) =>
    draft.texts.find((text) => text.language === language),
  );
  const text = used.map((each) => `${each?.subject ?? ''} ${each?.body ?? ''}`).join(' ');
  const unknown = unknownFields(text);
  if (unknown.length > 0) return m.messages_unknown({ fields: conjunctionText(unknown) });
  if (used.some((each) => (each?.body ?? '').trim() === '')) return m.messages_empty();
  const personal = [...fieldsIn(text)].filter((field) => field === 'name' || field === 'perk');
  return manner === 'hidden' && personal.length > 0
    ? m.messages_hidden_fields({ fields: conjunctionText(personal.map((each) => `{${each}}`)) })
    : null;
}
