// Half-typed forms, kept letter by letter so that closing the tab loses nothing. A kept form is a
// text of its own making; whoever made it reads it back.

import type { CustomerId } from '#domain/customers/customer.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import type { Deps } from '#app/deps.ts';

/** The kept text of one form. */
export interface FormDraft {
  /** What was typed and never saved, or null. */
  readonly load: () => string | null;
  readonly save: (text: string) => void;
  /** It was saved, or given up. */
  readonly discard: () => void;
}

/** The form in which somebody new is added. */
export const newCustomerFormName = 'new-person';

/** The form of the card `id`. */
export function customerFormName(id: CustomerId): string {
  return `card ${id}`;
}

/** The draft of the form called `name` in the open shop. */
export function openFormDraft({ db }: Deps, name: string): FormDraft {
  const drafts = localStore();
  const key = `${db.name}:form:${name}`;
  return {
    load: () => drafts.get(key),
    save: (text) => drafts.set(key, text),
    discard: () => drafts.remove(key),
  };
}
