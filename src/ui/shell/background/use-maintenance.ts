import { useEffect } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { useApp } from '#ui/hooks/use-app.ts';
import { untilCancelledAfter } from '#ui/hooks/cancellable.ts';

/** Runs maintenance a while after the shop was opened, and each new day. */
export function useMaintenance({ deps, isSample }: OpenShop, today: Day): void {
  const { device } = useApp();
  useEffect(() => {
    if (isSample) return undefined;
    return untilCancelledAfter(
      quietMs,
      () => runInBackground(device, deps, today),
      () => {},
    );
  }, [device, deps, isSample, today]);
}

async function runInBackground(device: Environment, deps: Deps, today: Day): Promise<void> {
  const { runMaintenance } = await import('#app/shop/maintenance.ts');
  await runMaintenance(device, deps, today);
}

/** The first taps of the morning come before any maintenance. */
const quietMs = 8_000;
