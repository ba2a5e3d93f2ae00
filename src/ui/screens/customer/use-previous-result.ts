import { useRef } from 'preact/hooks';
import type { QueryState } from '#app/live-query.ts';

/**
 * The last answer about the same `subject` while a further question about it is still open, so that
 * "show more" does not empty the page. Another subject starts with nothing: nobody's page ever
 * shows somebody else.
 */
export function usePreviousResult<T>(live: QueryState<T>, subject: string): QueryState<T> {
  const previous = useRef<{ readonly subject: string; readonly live: QueryState<T> } | null>(null);
  if (live.state !== 'loading') previous.current = { subject, live };
  return live.state === 'loading' && previous.current?.subject === subject
    ? previous.current.live
    : live;
}
