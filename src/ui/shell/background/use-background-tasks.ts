import { useEffect } from 'preact/hooks';
import { useShop, useToday, type OpenShop, useSettings, useApp } from '#ui/hooks/use-shop.ts';
import { isAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { navigate } from '#ui/shell/navigation.ts';
import type { Day } from '#lib/day.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import type { Environment } from '#app/environment.ts';
import { untilCancelledAfter } from '#ui/hooks/cancellable.ts';

/** What is done for an open shop while nobody is served. */
export function useBackgroundTasks(): void {
  const shop = useShop();
  const today = useToday();
  useIdleTimeout(idleMs, returnToCounter);
  usePersistentStorage(shop);
  useMaintenance(shop, today);
  useModelTraining(shop, today);
}

function returnToCounter(): void {
  if (!isAnyFormDirty()) navigate({ kind: 'counter' });
}

/** After ten minutes without a touch the next customer finds the Counter. */
const idleMs = 600_000;

/** Fits the model once a day, long after the start, and orders the tiles by it. */
function useModelTraining({ deps, roster }: OpenShop, today: Day): void {
  const { zone } = useSettings();
  const orderLearning = useLazyModule(tileOrder);
  useEffect(
    () => orderLearning?.followLearnedOrder({ deps, roster, settings: { zone }, today }),
    [orderLearning, deps, roster, zone, today],
  );
}

const tileOrder = lazyModule(async () => import('#app/counter/follow-learned-order.ts'));

/** Calls `onIdle` after `idleMs` without a touch; each touch begins the wait anew. */
function useIdleTimeout(idleMs: number, onIdle: () => void): void {
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

/** Asks for persistent storage once there is data to lose, and again after an installation. */
function usePersistentStorage({ roster, isSample }: OpenShop): void {
  const { persistence, install } = useApp().device;
  useEffect(() => {
    if (isSample) return undefined;
    function ask(): void {
      void persistence.ask();
    }
    install.onInstalled(ask);
    if (roster.people().size > 0) {
      ask();
      return undefined;
    }
    const stop = roster.subscribe(() => {
      if (roster.people().size === 0) return;
      stop();
      ask();
    });
    return stop;
  }, [roster, isSample, persistence, install]);
}

/** Runs maintenance a while after the shop was opened, and each new day. */
function useMaintenance({ deps, isSample }: OpenShop, today: Day): void {
  const { device } = useApp();
  useEffect(
    () =>
      untilCancelledAfter(
        quietMs,
        () => runInBackground(device, { deps, isSample }, today),
        () => {},
      ),
    [device, deps, isSample, today],
  );
}

async function runInBackground(
  device: Environment,
  { deps, isSample }: Pick<OpenShop, 'deps' | 'isSample'>,
  today: Day,
): Promise<void> {
  // One log serves all databases: what is written into the sample may break the shop's.
  if (isSample) {
    await deps.worker.ask({ kind: 'renew-log' });
    return;
  }
  const { runMaintenance } = await import('#app/shop/maintenance.ts');
  await runMaintenance(device, deps, today);
}

/** The first taps of the morning come before any maintenance. */
const quietMs = 8_000;
