import { useEffect } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import type { Device } from '#app/environment.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { whileShownAfter } from '#ui/hooks/cancellable.ts';

/** Puts the shop in order a while after it was opened, and each new day. */
export function useTidying({ deps, isSample }: OpenShop, today: Day): void {
  const { device } = useTablet();
  useEffect(() => {
    if (isSample) return undefined;
    return whileShownAfter(quietMs, () => tidied(device, deps, today), nothingToShow);
  }, [device, deps, isSample, today]);
}

function nothingToShow(): void {}

async function tidied(device: Device, deps: Deps, today: Day): Promise<void> {
  const { tidyShop } = await import('#app/shop/maintenance.ts');
  await tidyShop(device, deps, today);
}

/** The first taps of the morning come before any tidying. */
const quietMs = 8_000;
