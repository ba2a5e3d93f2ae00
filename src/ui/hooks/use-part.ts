import { useEffect, useState } from 'preact/hooks';

/** A part of a screen that is fetched after it. */
export interface Part<T> {
  /** Fetches it, once for all who ask. */
  readonly load: () => Promise<T>;
  /** What was fetched, or null before. */
  readonly loaded: () => T | null;
}

/** The part that `fetch` brings. */
export function partOf<T>(fetch: () => Promise<T>): Part<T> {
  let loaded: T | null = null;
  return {
    async load() {
      loaded ??= await fetch();
      return loaded;
    },
    loaded: () => loaded,
  };
}

/** The part, asked for as soon as the screen has been painted without it; null until it is there. */
export function usePart<T>(part: Part<T>): T | null {
  const [loaded, setLoaded] = useState(() => part.loaded());
  useEffect(() => {
    let isShown = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function fetchPart(): Promise<void> {
      const fetched = await part.load();
      if (isShown) setLoaded(() => fetched);
    }
    function keepTrying(): void {
      fetchPart().catch(() => {
        timer = setTimeout(keepTrying, retryMs);
      });
    }
    if (part.loaded() === null) keepTrying();
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [part]);
  return loaded;
}

const retryMs = 4_000;
