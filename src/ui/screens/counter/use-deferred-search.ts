import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Long enough to draw the name and save the visit first, on a slow tablet too. */
const delayMs = 80;

/** A letter at once, the end of a search a few frames later: the name in the strip comes first. */
export function useDeferredSearch(typed: string): string {
  const deferred = useRef(typed);
  const [, redraw] = useState(0);
  if (typed !== '') deferred.current = typed;
  useLayoutEffect(() => {
    if (typed !== '' || deferred.current === '') return undefined;
    const timer = setTimeout(() => {
      deferred.current = '';
      redraw((count) => count + 1);
    }, delayMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return deferred.current;
}
