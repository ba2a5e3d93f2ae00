import { useEffect, useState } from 'preact/hooks';

/** A part of a screen that is fetched after it. */
export interface LazyModule<T> {
  /** Fetches it, once for all who ask. */
  readonly load: () => Promise<T>;
  /** What was fetched, or null before. */
  readonly loaded: () => T | null;
}

/** The part that `fetch` brings. */
export function lazyModule<T>(fetch: () => Promise<T>): LazyModule<T> {
  let loaded: T | null = null;
  return {
    async load() {
      loaded ??= await fetch();
      return loaded;
    },
    loaded: () => loaded,
  };
}

/**
 * The part, asked for as soon as the screen has been painted without it; null until it is there.
 */
export function useLazyModule<T>(lazy: LazyModule<T>): T | null {
  const [loaded, setLoaded] = useState(() => lazy.loaded());
  useEffect(() => {
    let isActive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function fetchModule(): Promise<void> {
      const fetched = await lazy.load();
      if (isActive) setLoaded(() => fetched);
    }
    function loadWithRetry(): void {
      fetchModule().catch(() => {
        if (isActive) timer = setTimeout(loadWithRetry, retryMs);
      });
    }
    const cancel = lazy.loaded() === null ? afterPaint(loadWithRetry) : undefined;
    return () => {
      isActive = false;
      cancel?.();
      clearTimeout(timer);
    };
  }, [lazy]);
  return loaded;
}

// An effect may come before the frame that it belongs to; a page out of sight draws no frames at
// all.
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
