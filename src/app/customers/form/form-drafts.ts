// Half-typed forms, saved letter by letter so that closing the tab loses nothing. Each form makes
// and parses its own text.

import type { CustomerId } from '#domain/customers/customer.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import type { Deps } from '#app/deps.ts';

export interface FormDraft {
  /** What was typed and never saved, or null. */
  readonly load: () => string | null;
  readonly save: (text: string) => void;
  /** The form was submitted or given up. */
  readonly discard: () => void;
}

export const newCustomerFormName = 'new-person';

export function customerFormName(id: CustomerId): string {
  return `card ${id}`;
}

export function openFormDraft({ db }: Deps, name: string): FormDraft {
  const drafts = localStore();
  const key = `${db.name}:form:${name}`;
  return {
    load: () => drafts.get(key),
    save: (text) => drafts.set(key, text),
    discard: () => drafts.remove(key),
  };
}
