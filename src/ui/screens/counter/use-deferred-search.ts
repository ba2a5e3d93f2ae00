import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * After the tap that ended a search the page first draws the name and hears that the visit is
 * saved, on a slow tablet too. Too short for an eye to notice.
 */
const delayMs = 80;

/**
 * What was typed, as it is drawn. A letter is drawn at once, the end of a search a few frames
 * later: the name in the strip comes before twelve other tiles.
 */
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
