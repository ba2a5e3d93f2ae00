import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * So long the page has nothing else to do after the tap that ended a search, on a slow tablet too:
 * it draws the frame with the name, and hears that the visit is saved. Too short for an eye to
 * wait.
 */
const delayMs = 80;

/**
 * What was typed, as it is drawn. A letter is drawn at once; that nothing is typed any more, a few
 * frames later: the tap that ends a search first draws the name in the strip, and only then lets
 * twelve other people back onto their places.
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
