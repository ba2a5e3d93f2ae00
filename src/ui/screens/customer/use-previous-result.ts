import { useRef } from 'preact/hooks';
import type { Live } from '#app/live-query.ts';

/**
 * The last answer about the same `subject` while a further question about it is still open, so that "show more" does not empty the page.
 * Another subject starts with nothing: nobody's page ever shows somebody else.
 */
export function useKept<T>(live: Live<T>, subject: string): Live<T> {
  const kept = useRef<{ readonly subject: string; readonly live: Live<T> } | null>(null);
  if (live.state !== 'loading') kept.current = { subject, live };
  return live.state === 'loading' && kept.current?.subject === subject ? kept.current.live : live;
}
