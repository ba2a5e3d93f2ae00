import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Subscribable } from '#lib/observable.ts';

/** What `read` gives now, drawn again whenever `source` changes it. */
export function useObservable<T>(source: Subscribable, read: () => T): T {
  const value = read();
  const drawn = useRef({ read, value });
  const [, redraw] = useState({});
  useLayoutEffect(() => {
    drawn.current = { read, value };
  });
  useLayoutEffect(() => {
    function redrawIfChanged(): void {
      if (!Object.is(drawn.current.read(), drawn.current.value)) redraw({});
    }
    // It may have changed between the drawing and this effect.
    redrawIfChanged();
    return source.subscribe(redrawIfChanged);
  }, [source]);
  return value;
}
