import { useEffect, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { wallTimeAt, type WallTime } from '#lib/time-zone.ts';

/** The wall time in `zone`, told anew at each full minute, so also at midnight, and on every return to the app. */
export function useWallClock({ clock }: Pick<Deps, 'clock'>, zone: string): WallTime {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(): void {
      clearTimeout(timer);
      const at = clock.now();
      setNow(at);
      timer = setTimeout(look, minuteMs - (at % minuteMs));
    }
    function lookWhenSeen(): void {
      if (document.visibilityState === 'visible') look();
    }
    look();
    document.addEventListener('visibilitychange', lookWhenSeen);
    addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', lookWhenSeen);
      removeEventListener('focus', look);
    };
  }, [clock]);
  return wallTimeAt(now, zone);
}

const minuteMs = 60_000;
