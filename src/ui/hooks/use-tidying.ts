import { useEffect } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import type { Device } from '#app/device.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from './use-deps.ts';
import { useTablet } from './use-device.ts';

/** Puts the shop in order a while after it was opened, and each new day. */
export function useTidying({ deps, isSample }: OpenShop, today: Day): void {
  const { device } = useTablet();
  useEffect(() => {
    if (isSample) return undefined;
    const timer = setTimeout(() => void tidied(device, deps, today), quietMs);
    return () => clearTimeout(timer);
  }, [device, deps, isSample, today]);
}

async function tidied(device: Device, deps: Deps, today: Day): Promise<void> {
  const { tidyShop } = await import('#app/housekeeping.ts');
  await tidyShop(device, deps, today);
}

/** The first taps of the morning come before any tidying. */
const quietMs = 8_000;
