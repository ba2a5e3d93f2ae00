import { useEffect, useState } from 'preact/hooks';
import { canaryPlaces } from '#app/canary.ts';
import { guardShop } from '#app/canary-watch.ts';
import { isClockBehind } from '#app/clock-check.ts';
import { copyKeeping } from '#app/copy-notes.ts';
import { useShop } from './use-deps.ts';
import { useTablet } from './use-device.ts';
import { useWallTime } from './use-today.ts';

/** Guards the open shop against silent loss. Gives whether the tablet's clock stands well before the last write. */
export function useGuard(): { readonly isClockBehind: boolean } {
  const { device, shops } = useTablet();
  const { deps, isSample } = useShop();
  const [lastStamp, setLastStamp] = useState<string | null>(null);
  // Asked again each minute, and after each write.
  useWallTime();
  useEffect(() => {
    if (isSample) return undefined;
    return guardShop({
      deps,
      keeping: copyKeeping(device),
      places: canaryPlaces(),
      onShort: () => void shops.lose(),
      onWritten: setLastStamp,
    });
  }, [device, shops, deps, isSample]);
  return { isClockBehind: lastStamp !== null && isClockBehind(lastStamp, device.clock.now()) };
}
