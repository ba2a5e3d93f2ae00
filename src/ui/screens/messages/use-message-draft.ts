import { useState } from 'preact/hooks';
import {
  blankMessageDraft,
  openMessageDraft,
  parseMessageDraft,
  type MessageDraft,
} from '#app/messages/message-draft.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

export interface HeldMessage {
  readonly draft: MessageDraft;
  /** Kept with each letter, so that closing the app loses nothing. */
  readonly change: (changes: Partial<MessageDraft>) => void;
  /** It is sent, or given up. */
  readonly restart: () => void;
}

/** What was being written to many, or to one; `blank` where nothing was. */
export function useMessageDraft(to: CustomerId | null, blank: Partial<MessageDraft>): HeldMessage {
  const deps = useDeps();
  const [start] = useState<MessageDraft>(() => ({ ...blankMessageDraft, ...blank }));
  const [draft, setDraft] = useState<MessageDraft>(
    () => unfinished(parseMessageDraft(openMessageDraft(deps, to).load())) ?? start,
  );
  return {
    draft,
    change(changes) {
      const next = { ...draft, ...changes };
      openMessageDraft(deps, to).save(JSON.stringify(next));
      setDraft(next);
    },
    restart() {
      openMessageDraft(deps, to).discard();
      setDraft(start);
    },
  };
}

// What everybody has had is not offered again.
function unfinished(draft: MessageDraft | undefined): MessageDraft | undefined {
  const progress = draft?.progress ?? null;
  return progress !== null && progress.place >= progress.people.length ? undefined : draft;
}
