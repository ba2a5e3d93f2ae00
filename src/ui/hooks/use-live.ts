import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { watchQuery, type QueryState } from '#app/live-query.ts';
import { useDeps } from './use-shop.ts';

/**
 * The answer to `question`, asked again whenever what it read changes. `keys` are all values the
 * question depends on; when one changes the answer goes back to loading at once, so that nobody's
 * page ever shows another person's history.
 */
export function useLive<T>(
  question: (deps: Deps) => Promise<T>,
  keys: readonly (string | number | boolean | null)[],
): QueryState<T> {
  const deps = useDeps();
  const key = JSON.stringify(keys);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly live: QueryState<T> }>({
    key,
    live: { state: 'loading' },
  });
  const asked = useRef(question);
  asked.current = question;
  // Asked before the empty page is painted, not a frame after it.
  useLayoutEffect(
    () =>
      watchQuery(
        () => asked.current(deps),
        (live) => setAnswer({ key, live }),
      ),
    [deps, key],
  );
  return answer.key === key ? answer.live : { state: 'loading' };
}
