import { useEffect, useState } from 'preact/hooks';
import type { Live } from '#app/live.ts';

/**
 * The last answer about the same `subject` while a further question about it is still open, so that "show more" does not empty the page.
 * Another subject starts with nothing: nobody's page ever shows somebody else.
 */
export function useKept<T>(live: Live<T>, subject: string): Live<T> {
  const [kept, setKept] = useState<{ readonly subject: string; readonly live: Live<T> } | null>(
    null,
  );
  useEffect(() => {
    if (live.state !== 'loading') setKept({ subject, live });
  }, [live, subject]);
  return live.state === 'loading' && kept?.subject === subject ? kept.live : live;
}
