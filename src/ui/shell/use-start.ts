import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Environment } from '#app/environment.ts';
import { startShop, type StartResult } from '#app/shop/open-shop.ts';
import type { Route } from '#ui/routes.ts';
import { applyStart, type ShellContext, type AppState } from '#ui/hooks/app-state.ts';
import type { OpenShop, ShopActions } from '#ui/hooks/use-shop.ts';
import { lazyModule } from '#ui/hooks/lazy-module.ts';

/** Opens the shop of this device; `navigate` shows a screen once one is open. */
export function useStart(
  device: Environment,
  navigate: (route: Route) => void,
): { readonly appState: AppState; readonly shopActions: ShopActions } {
  const [appState, setAppState] = useState<AppState>({ kind: 'starting' });
  const openShopRef = useRef<OpenShop | null>(null);
  const shopActions = useMemo(
    () => createShopActions({ device, navigate, openShopRef, setAppState }),
    [device, navigate],
  );
  useEffect(() => {
    void shopActions.start();
    return device.pointer.subscribe(() => setAppState({ kind: 'superseded' }));
  }, [device, shopActions]);
  return { appState, shopActions };
}

function createShopActions({
  device,
  navigate,
  openShopRef,
  setAppState,
}: Omit<ShellContext, 'startContext'>): ShopActions & { readonly start: () => Promise<void> } {
  const startContext = {
    device,
    onSuperseded: () => setAppState({ kind: 'superseded' }),
    onUpgrade: () => setAppState({ kind: 'upgrading' }),
    onLate(start: StartResult) {
      if (openShopRef.current === null) void applyStart(context, start);
      else if (start.kind === 'open') start.deps.db.close();
    },
  };
  const context = { device, navigate, openShopRef, setAppState, startContext };
  return {
    start: async () => applyStart(context, await startShop(startContext)),
    create: async (answers, then) =>
      (await lifecycle.load()).createAndOpenShop(context, answers, then),
    enterSample: async (onProgress) => (await lifecycle.load()).enterSample(context, onProgress),
    exitSample: async () => (await lifecycle.load()).exitSample(context),
    switchShop: async (name) => (await lifecycle.load()).switchShop(context, name),
    closeAsLost: async () => (await lifecycle.load()).closeAsLost(context),
    closeOnError: async (error) => (await lifecycle.load()).closeOnError(context, error),
    showFirstRun: () => setAppState({ kind: 'first-run' }),
  };
}

// Needed once or twice on a device, so no start waits for it.
const lifecycle = lazyModule(async () => import('./shop-lifecycle.ts'));
