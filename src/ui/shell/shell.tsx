import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Environment } from '#app/environment.ts';
import { isDatabaseClosed } from '#app/recovery/is-database-closed.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { CrashLoader } from './crash-loader.tsx';
import { AppContext, useApp, NavigateContext } from '#ui/hooks/use-shop.ts';
import { useStart } from './use-start.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';
import { lazyScreen } from './lazy-screen.tsx';
import { followLinks, navigate } from './navigation.ts';
import { ShopLayout } from './shop-layout.tsx';
import type { AppState } from '#ui/hooks/app-state.ts';

const FirstRunScreen = lazyScreen(
  async () => (await import('#ui/screens/first-run/first-run.tsx')).FirstRunScreen,
);
const ShopUnavailableScreen = lazyScreen(
  async () => (await import('#ui/screens/recovery/shop-unavailable.tsx')).ShopUnavailableScreen,
);

/** The whole app: whatever stands on this device, and what is shown should any of it fail. */
export function Shell({ device }: { readonly device: Environment }): JSX.Element {
  const { appState, shopActions } = useStart(device, navigate);
  const app = useMemo(() => ({ device, shops: shopActions }), [device, shopActions]);
  useEffect(followLinks, []);
  const isAsking = appState.kind !== 'starting' && appState.kind !== 'open';
  useEffect(() => (isAsking ? whenIdle(device.updates.start) : undefined), [device, isAsking]);
  return (
    <AppContext.Provider value={app}>
      <NavigateContext.Provider value={navigate}>
        <ErrorBoundary
          key={appState.kind}
          renderCrash={(error) => <Failed error={error} appState={appState} />}
        >
          <AppStateView appState={appState} />
        </ErrorBoundary>
      </NavigateContext.Provider>
    </AppContext.Provider>
  );
}

function Failed({ error, appState }: { error: unknown; appState: AppState }): JSX.Element {
  const { device, shops } = useApp();
  if (isDatabaseClosed(error)) return <ShopUnavailableScreen appState={{ kind: 'superseded' }} />;
  const name = device.pointer.read().shop;
  const isShopThere = appState.kind === 'open' || (appState.kind === 'starting' && name !== null);
  const closeOnError = isShopThere ? shops.closeOnError : null;
  return <CrashLoader error={error} name={name} closeOnError={closeOnError} />;
}

function AppStateView({ appState }: { readonly appState: AppState }): JSX.Element | null {
  switch (appState.kind) {
    case 'starting':
      return null;
    case 'open':
      return <ShopLayout key={appState.shop.deps.db.name} shop={appState.shop} />;
    case 'first-run':
      return <FirstRunScreen />;
    case 'upgrading':
    case 'superseded':
    case 'found':
    case 'lost':
    case 'refused':
      return <ShopUnavailableScreen appState={appState} />;
  }
}
