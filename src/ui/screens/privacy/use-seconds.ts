import { useEffect, useState } from 'preact/hooks';

/** Draws again each second while `isCounting`. */
export function useSeconds(isCounting: boolean): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [isCounting]);
}
