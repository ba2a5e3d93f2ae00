// Half-typed forms, kept letter by letter so that closing the tab loses nothing. A kept form is a text of its own making; whoever made it
// reads it back.

import type { CustomerId } from '#domain/customers/customer.ts';
import { deviceDrafts } from '#platform/browser-storage/local-store.ts';
import type { Deps } from '#app/deps.ts';

/** The kept text of one form. */
export interface FormDraft {
  /** What was typed and never saved, or null. */
  readonly found: () => string | null;
  readonly keep: (text: string) => void;
  /** It was saved, or given up. */
  readonly drop: () => void;
}

/** The form in which somebody new is added. */
export const newPersonForm = 'new-person';

/** The form of the card `id`. */
export function cardForm(id: CustomerId): string {
  return `card ${id}`;
}

/** The draft of the form called `name` in the open shop. */
export function formDraftOf({ db }: Deps, name: string): FormDraft {
  const drafts = deviceDrafts();
  const key = `${db.name}:form:${name}`;
  return {
    found: () => drafts.get(key),
    keep: (text) => drafts.set(key, text),
    drop: () => drafts.remove(key),
  };
}
