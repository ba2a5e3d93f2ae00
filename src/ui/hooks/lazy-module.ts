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
        if (isShown) timer = setTimeout(keepTrying, retryMs);
      });
    }
    const callOff = part.loaded() === null ? afterPaint(keepTrying) : undefined;
    return () => {
      isShown = false;
      callOff?.();
      clearTimeout(timer);
    };
  }, [part]);
  return loaded;
}

// An effect may come before the frame that it belongs to; a page out of sight draws no frames at all.
function afterPaint(step: () => void): () => void {
  if (document.visibilityState === 'hidden') {
    step();
    return () => {};
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(step, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

const retryMs = 4_000;
