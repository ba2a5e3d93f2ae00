// Questions that answer themselves again when what they read has changed.

import { observeQuery } from '#storage/observe.ts';

/** How far the answer to a question is. */
export type QueryState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Tells `onChange` each answer to `question`, in this and after each change in any tab, until the
 * returned function is called.
 */
export function watchQuery<T>(
  question: () => Promise<T>,
  onChange: (live: QueryState<T>) => void,
): () => void {
  return observeQuery(question, {
    onResult: (value) => onChange({ state: 'ready', value }),
    onFailure: (error) => onChange({ state: 'failed', error }),
  });
}
