import { useEffect } from 'preact/hooks';

/** Calls `onIdle` after `idleMs` without a touch; each touch begins the wait anew. */
export function useIdleTimeout(idleMs: number, onIdle: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onIdle, idleMs);
    function touched(): void {
      clearTimeout(timer);
      timer = setTimeout(onIdle, idleMs);
    }
    for (const name of touches) addEventListener(name, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of touches) removeEventListener(name, touched);
    };
  }, [idleMs, onIdle]);
}

const touches = ['pointerdown', 'keydown', 'wheel'] as const;
