import { useEffect, useState } from 'preact/hooks';

/** An app that is there comes to the front sooner. */
const timeoutMs = 2_000;

export interface AppOpening {
  /** Another app was asked to open. */
  readonly begin: () => void;
  /** It did not come: the page is in front as before. */
  readonly isStuck: boolean;
}

/** Whether a link to another app led anywhere. */
export function useOpening(): AppOpening {
  const [begun, setBegun] = useState(0);
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    if (begun === 0) return undefined;
    const timer = setTimeout(() => setStuck(true), timeoutMs);
    // Hidden on a tablet; on a computer the other window only takes the keys.
    function left(): void {
      clearTimeout(timer);
      setStuck(false);
    }
    document.addEventListener('visibilitychange', left);
    globalThis.addEventListener('blur', left);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', left);
      globalThis.removeEventListener('blur', left);
    };
  }, [begun]);
  return {
    begin() {
      setStuck(false);
      setBegun((times) => times + 1);
    },
    isStuck,
  };
}
