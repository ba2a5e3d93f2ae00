import { useState } from 'preact/hooks';
import { recordMessage } from '#app/messages/record-message.ts';
import type { MessageProgress } from '#app/messages/message-draft.ts';
import type { MessageReceiver } from '#domain/messages/message-audience.ts';
import { lineOf } from '#i18n/format.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { m } from '#ui/messages.ts';
import { filledText, type FillContext } from './message-words.ts';
import type { HeldMessage } from './use-message-draft.ts';

/** Whose turn it is, and how far that is. */
export interface Turn {
  readonly progress: MessageProgress;
  readonly receiver: MessageReceiver;
}

export interface Sending {
  readonly isBusy: boolean;
  /** The answer about the one whose turn it is; only "sent" is noted on their page. */
  readonly answer: (turn: Turn, answer: 'sent' | 'not-sent') => Promise<boolean>;
  /** Several who got one draft. */
  readonly sentTo: (receivers: readonly MessageReceiver[]) => Promise<boolean>;
}

/** So much of a text without a subject says what it was about. */
const maxWords = 60;

export function useSending(message: HeldMessage, context: FillContext): Sending {
  const deps = useDeps();
  const { run } = useAction();
  const [isBusy, setBusy] = useState(false);
  const { draft, change } = message;

  async function record(receivers: readonly MessageReceiver[]): Promise<boolean> {
    const [first] = receivers;
    if (first === undefined) return false;
    setBusy(true);
    const { purpose, way } = draft;
    const people = receivers.map(({ customer }) => customer.id);
    const words = wordsOf(first, context);
    const sent = { people, purpose, way, words, today: context.today };
    const written = await run(() => recordMessage(deps, sent));
    setBusy(false);
    return written !== undefined;
  }

  return {
    isBusy,
    async answer({ progress, receiver }, answer) {
      const isSent = answer === 'sent';
      if (isSent && !(await record([receiver]))) return false;
      const { place, sent } = progress;
      change({ progress: { ...progress, place: place + 1, sent: sent + (isSent ? 1 : 0) } });
      return isSent;
    },
    sentTo: record,
  };
}

function wordsOf(receiver: MessageReceiver, context: FillContext): string {
  if (context.draft.way === 'call') return m.messages_way_call();
  const { subject, body } = filledText(receiver, context);
  const said = subject.trim() === '' ? body.trim().replaceAll(/\s+/gu, ' ') : subject.trim();
  return lineOf(said.slice(0, maxWords));
}
