import { observeQuery } from '#storage/observe.ts';

export type QueryState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** Runs `query` now and after each change, in any tab, of what it read, until unsubscribed. */
export function watchQuery<T>(
  query: () => Promise<T>,
  onChange: (live: QueryState<T>) => void,
): () => void {
  return observeQuery(query, {
    onResult: (value) => onChange({ state: 'ready', value }),
    onFailure: (error) => onChange({ state: 'failed', error }),
  });
}
