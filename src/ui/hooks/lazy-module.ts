import { useEffect, useState } from 'preact/hooks';

export interface LazyModule<T> {
  readonly load: () => Promise<T>;
  /** What was fetched, or null before. */
  readonly loaded: () => T | null;
}

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

/** The module, fetched after the first paint and tried until it is there; null before. */
export function useLazyModule<T>(lazy: LazyModule<T>): T | null {
  const [loaded, setLoaded] = useState(lazy.loaded);
  useEffect(() => {
    let isActive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function load(): Promise<void> {
      try {
        const fetched = await lazy.load();
        if (isActive) setLoaded(() => fetched);
      } catch {
        if (isActive) timer = setTimeout(() => void load(), retryMs);
      }
    }
    const cancel = lazy.loaded() === null ? afterPaint(() => void load()) : undefined;
    return () => {
      isActive = false;
      cancel?.();
      clearTimeout(timer);
    };
  }, [lazy]);
  return loaded;
}

// An effect may come before its frame; a hidden page draws no frames at all.
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
