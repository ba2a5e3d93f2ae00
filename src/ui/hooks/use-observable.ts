import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Source {
  readonly subscribe: (listener: () => void) => () => void;
}

/** What `read` gives now, drawn again whenever `source` changes it. */
export function useObservable<T>(source: Source, read: () => T): T {
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
