import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Environment } from '#app/environment.ts';
import { watchQuery } from '#app/watch-query.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { isDatabaseClosed } from '#app/recovery/is-database-closed.ts';
import { crashScreen } from './crash-loader.tsx';
import {
  OpenShopContext,
  type OpenShop,
  SettingsContext,
  WallTimeContext,
  useApp,
  ReportProblemContext,
} from '#ui/hooks/use-shop.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useWallClock } from './use-wall-clock.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';
import { WeekStoreContext } from '#ui/hooks/use-week.ts';
import { useWeekStore } from './background/use-week-store.ts';
import { Frame } from '#ui/parts/layout/frame.tsx';
import type { RailStatus } from '#ui/parts/layout/rail.tsx';
import { Router } from './router.tsx';
import { ShopRail } from './shop-rail.tsx';

const shopBanners = lazyModule(async () => ({
  ...(await import('./shop-banners.tsx')),
  ...(await import('./lock-button.tsx')),
}));

/** An open shop, once its settings are read: the rail, the banners and the screen. */
export function ShopLayout({ shop }: { readonly shop: OpenShop }): JSX.Element | null {
  const settings = useShopSettings(shop);
  if (settings === null) return null;
  return (
    <OpenShopContext.Provider value={shop}>
      <SettingsContext.Provider value={settings}>
        <ShopLayoutContent shop={shop} settings={settings} />
      </SettingsContext.Provider>
    </OpenShopContext.Provider>
  );
}

interface ShopLayoutContentProps {
  readonly shop: OpenShop;
  readonly settings: Settings;
}

function ShopLayoutContent({ shop, settings }: ShopLayoutContentProps): JSX.Element | null {
  const { device } = useApp();
  const wall = useWallClock(shop.deps, settings.zone);
  const banners = useLazyModule(shopBanners);
  const [problem, setProblem] = useState<ShopProblem | null>(null);
  const [backupStatus, setBackupStatus] = useState<RailStatus | null>(null);
  const reportProblem = useCallback((reported: ShopProblem) => setProblem(reported), []);
  useDevice(device, settings);
  const store = useWeekStore(shop, settings, wall.day);
  // The sample is marked as one from the first frame; in a real shop banners are rare.
  if (shop.isSample && banners === null) return null;
  return (
    <WallTimeContext.Provider value={wall}>
      <ReportProblemContext.Provider value={reportProblem}>
        <WeekStoreContext.Provider value={store}>
          <Frame
            rail={
              <ShopRail
                hasProblem={problem !== null}
                backupStatus={backupStatus}
                foot={banners && <banners.LockButton />}
              />
            }
            banner={
              banners && (
                <banners.ShopBanners
                  problem={problem}
                  onProblemSeen={() => setProblem(null)}
                  onBackupStatus={setBackupStatus}
                />
              )
            }
          >
            <Router shopName={settings.shopName} />
          </Frame>
        </WeekStoreContext.Provider>
      </ReportProblemContext.Provider>
    </WallTimeContext.Provider>
  );
}

function useDevice(device: Environment, { theme, region }: Settings): void {
  // Not an effect: what is drawn below says days and figures already.
  device.showRegion(region);
  useEffect(() => device.showTheme(theme), [device, theme]);
  useEffect(() => whenIdle(() => afterFirstPaint(device)), [device]);
}

function afterFirstPaint({ updates }: Environment): void {
  updates.start();
  crashScreen.load().catch(() => undefined);
}

function useShopSettings(shop: OpenShop): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(
    () =>
      watchQuery(
        () => loadSettings(shop.deps),
        (live) => {
          if (live.state === 'ready') setSettings(live.value);
          if (live.state === 'failed' && !isDatabaseClosed(live.error))
            setFailure({ error: live.error });
        },
      ),
    [shop],
  );
  if (failure !== null) throw failure.error;
  return settings;
}
