import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { watchQuery, type QueryState } from '#app/watch-query.ts';
import { useDeps } from './use-shop.ts';

/**
 * The result of `query`, run again whenever what it read changes. `keys` are all values that it
 * depends on: when one changes the result is loading at once, so that nobody's page ever shows
 * another person's history.
 */
export function useLive<T>(
  query: (deps: Deps) => Promise<T>,
  keys: readonly (string | number | boolean | null)[],
): QueryState<T> {
  const deps = useDeps();
  const key = JSON.stringify(keys);
  const [result, setResult] = useState<{ readonly key: string; readonly live: QueryState<T> }>({
    key,
    live: { state: 'loading' },
  });
  const latest = useRef(query);
  latest.current = query;
  // Before the empty page is painted, not a frame later.
  useLayoutEffect(
    () =>
      watchQuery(
        () => latest.current(deps),
        (live) => setResult({ key, live }),
      ),
    [deps, key],
  );
  return result.key === key ? result.live : { state: 'loading' };
}
