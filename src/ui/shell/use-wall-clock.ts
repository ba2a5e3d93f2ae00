import { useEffect, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { toLocalTime, type WallTime } from '#lib/time-zone.ts';

/** The wall time in `zone`, read at each full minute and on every return to the app. */
export function useWallClock({ clock }: Pick<Deps, 'clock'>, zone: string): WallTime {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function read(): void {
      clearTimeout(timer);
      const at = clock.now();
      setNow(at);
      timer = setTimeout(read, minuteMs - (at % minuteMs));
    }
    function readWhenVisible(): void {
      if (document.visibilityState === 'visible') read();
    }
    read();
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('visibilitychange', readWhenVisible, { signal });
    addEventListener('focus', read, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [clock]);
  return toLocalTime(now, zone);
}

const minuteMs = 60_000;
