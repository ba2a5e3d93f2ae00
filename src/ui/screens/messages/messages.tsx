import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readCustomerPage, type CustomerDetails } from '#app/customers/customer-page.ts';
import type { MessageDraft } from '#app/messages/message-draft.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { MessageAudience } from '#domain/messages/message-audience.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { CustomerNotFound } from '#ui/screens/customer/customer-not-found.tsx';
import { useFollowUps } from './follow-ups.tsx';
import { MessageChoices } from './message-choices.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ReceiversCard } from './receivers-card.tsx';
import { SendCard } from './send-card.tsx';
import { TextsCard } from './texts-card.tsx';
import { useAudience } from './use-audience.ts';
import { useMessageDraft } from './use-message-draft.ts';
import './messages.css';

/** A word to many: who may get it, what it says, and drafts in the tablet's own apps. */
export function MessagesScreen(): JSX.Element {
  const { language } = useSettings();
  const body = m.messages_starts_news({ name: '{name}' });
  return (
    <MessagePage
      page={null}
      blank={{ purpose: 'news', texts: [{ language, subject: '', body }] }}
      title={m.messages_title()}
      back={{ href: formatRoute({ kind: 'people' }), word: m.people_title() }}
    />
  );
}

/** A message to one person: thanks, an answer to what they said, an offer of the week. */
export function PersonMessageScreen({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const today = useToday();
  const live = useLive((deps) => readCustomerPage(deps, { id, visits: 1 }, today), [id, today]);
  const { language } = useSettings();
  if (live.state === 'loading') return null;
  if (live.state === 'failed' || live.value.kind !== 'person') return <CustomerNotFound />;
  const page = live.value;
  const words = page.waiting?.words ?? '';
  const body = m.messages_starts_offer({ name: '{name}', words });
  const [email] = page.customer.emails;
  return (
    <MessagePage
      page={page}
      blank={{
        purpose: 'thanks',
        way: email === undefined ? 'text' : 'email',
        texts: [{ language: page.customer.language ?? language, subject: '', body }],
      }}
      title={m.messages_title_one({ name: page.customer.name })}
      back={{ href: formatRoute({ kind: 'person', id }), word: m.held_back() }}
    />
  );
}

interface MessagePageProps {
  readonly page: CustomerDetails | null;
  readonly blank: Partial<MessageDraft>;
  readonly title: string;
  readonly back: { readonly href: string; readonly word: string };
}

function MessagePage({ page, blank, title, back }: MessagePageProps): JSX.Element {
  const to = page?.own.id ?? null;
  const message = useMessageDraft(to, blank);
  const audience = useAudience(message.draft, to);
  const followUps = useFollowUps(page);
  const [isSending, setSending] = useState(false);
  return (
    <Page title={title} lead={m.messages_lead()} back={back}>
      {audience === null ? null : (
        <div class="messages">
          {isSending ? null : (
            <>
              <MessageChoices message={message} isForMany={to === null} />
              <ReceiversCard audience={audience} />
              <WrittenCards message={message} audience={audience} />
            </>
          )}
          <SendCard
            message={message}
            audience={audience}
            followUps={followUps}
            isSending={isSending}
            onSending={setSending}
          />
        </div>
      )}
    </Page>
  );
}

interface WrittenCardsProps {
  readonly message: ReturnType<typeof useMessageDraft>;
  readonly audience: MessageAudience;
}

// A call needs no text.
function WrittenCards({ message, audience }: WrittenCardsProps): JSX.Element | null {
  const settings = useSettings();
  const today = useToday();
  const { draft } = message;
  if (draft.way === 'call' || audience.receivers.length === 0) return null;
  return (
    <>
      <TextsCard message={message} audience={audience} />
      <PreviewCard receivers={audience.receivers} context={{ draft, settings, today }} />
    </>
  );
}
