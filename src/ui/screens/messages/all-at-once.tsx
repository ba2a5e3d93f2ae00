import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageAudience, MessageReceiver } from '#domain/messages/message-audience.ts';
import { hiddenLinks, type DraftLink } from '#domain/messages/message-link.ts';
import { numberText } from '#i18n/format.ts';
import { groupBy } from '#lib/group-by.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { CopyKey } from './copy-key.tsx';
import { DoneCard } from './done-card.tsx';
import { filledText, letterLanguage, languageOf, type FillContext } from './message-words.ts';
import type { Sending } from './use-sending.ts';

export interface AllAtOnceProps {
  readonly audience: MessageAudience;
  readonly context: FillContext;
  readonly sending: Sending;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

/** One draft for many, none of whom sees the others; several where one link would be too long. */
export function AllAtOnce(props: AllAtOnceProps): JSX.Element {
  const { context, onStop, onAgain } = props;
  // Whoever is noted as sent had news just now, and would drop out of the list.
  const [receivers] = useState(props.audience.receivers);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const { texts } = context.draft;
  if (receivers.every(({ address }) => sent.has(address)))
    return <DoneCard sent={receivers.length} onAgain={onAgain} />;
  const byLanguage = groupBy(receivers, ({ customer }) =>
    languageOf(customer, texts, context.settings),
  );
  return (
    <>
      {[...byLanguage].map(([language, some]) => (
        <LanguageDrafts
          key={language}
          {...props}
          language={language}
          receivers={some}
          sent={sent}
          onSent={(addresses) => setSent(new Set([...sent, ...addresses]))}
        />
      ))}
      <ButtonRow>
        <Button onPress={onStop}>{m.messages_stop()}</Button>
      </ButtonRow>
    </>
  );
}

interface LanguageDraftsProps extends Pick<AllAtOnceProps, 'context' | 'sending'> {
  readonly language: string;
  readonly receivers: readonly MessageReceiver[];
  readonly sent: ReadonlySet<string>;
  readonly onSent: (addresses: readonly string[]) => void;
}

function LanguageDrafts(props: LanguageDraftsProps): JSX.Element | null {
  const { language, receivers, context, sending, sent, onSent } = props;
  const { shopEmail } = useSettings();
  const [first] = receivers;
  if (first === undefined) return null;
  const text = filledText(first, context);
  const all = receivers.map(({ address }) => address);
  const drafts = hiddenLinks(all, text, shopEmail).filter(
    ({ addresses }) => !addresses.every((each) => sent.has(each)),
  );
  async function note({ addresses }: DraftLink): Promise<void> {
    const some = receivers.filter(({ address }) => addresses.includes(address));
    if (await sending.sentTo(some)) onSent(addresses);
  }
  return (
    <Card title={letterLanguage(language)}>
      <div class="messages_sending">
        {drafts.every(({ hasText }) => hasText) ? null : (
          <CopyKey why={m.messages_too_long()} text={text.body} />
        )}
        <RowList>
          {drafts.map((draft) => (
            <BatchRow
              key={draft.addresses[0] ?? ''}
              draft={draft}
              isBusy={sending.isBusy}
              onSent={() => void note(draft)}
            />
          ))}
        </RowList>
      </div>
    </Card>
  );
}

interface BatchRowProps {
  readonly draft: DraftLink;
  readonly isBusy: boolean;
  readonly onSent: () => void;
}

function BatchRow({ draft, isBusy, onSent }: BatchRowProps): JSX.Element {
  const [isOpened, setOpened] = useState(false);
  const count = numberText(draft.addresses.length);
  return (
    <Row
      title={isOpened ? m.messages_sent_batch({ count }) : m.messages_open_batch({ count })}
      control={
        <ButtonRow>
          <ButtonLink
            href={draft.href}
            kind={isOpened ? 'plain' : 'primary'}
            onPress={() => setOpened(true)}
          >
            {m.messages_open_draft()}
          </ButtonLink>
          {isOpened ? (
            <Button kind="primary" busy={isBusy} onPress={onSent}>
              {m.messages_sent_next()}
            </Button>
          ) : null}
        </ButtonRow>
      }
    />
  );
}
