import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Device } from '#app/environment.ts';
import { watch } from '#app/live-query.ts';
import { settingsOf } from '#app/shop/settings.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { isGivenAway } from './error-boundary.tsx';
import { crashScreen } from './crash-loader.tsx';
import { OpenShopContext, type OpenShop } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { partOf, usePart } from '#ui/hooks/lazy-module.ts';
import { SettingsContext } from '#ui/hooks/use-settings.ts';
import { WallTimeContext } from '#ui/hooks/use-today.ts';
import { SayProblemContext } from '#ui/hooks/use-action.ts';
import { useWallClock } from './use-wall-clock.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';
import { WeekBoardContext } from '#ui/hooks/use-week.ts';
import { useWeekBoard } from './background/use-week-store.ts';
import { Frame } from '#ui/parts/layout/frame.tsx';
import type { RailStatus } from '#ui/parts/layout/rail.tsx';
import { Place } from './router.tsx';
import { ShopRail } from './shop-rail.tsx';

const shopBanners = partOf(async () => {
  const { ShopBanners } = await import('./shop-banners.tsx');
  const { QuietWork } = await import('./background/background-tasks.tsx');
  return { ShopBanners, QuietWork, LockKey: (await import('./lock-button.tsx')).LockKey };
});

export interface OpenShopFrameProps {
  readonly shop: OpenShop;
}

/** An open shop: once its settings are read, the rail, what has to be said over every screen, and the place. */
export function OpenShopFrame({ shop }: OpenShopFrameProps): JSX.Element | null {
  const settings = useShopSettings(shop);
  if (settings === null) return null;
  return (
    <OpenShopContext.Provider value={shop}>
      <SettingsContext.Provider value={settings}>
        <ShopInside shop={shop} settings={settings} />
      </SettingsContext.Provider>
    </OpenShopContext.Provider>
  );
}

function ShopInside({
  shop,
  settings,
}: OpenShopFrameProps & { readonly settings: Settings }): JSX.Element | null {
  const { device } = useTablet();
  const wall = useWallClock(shop.deps, settings.zone);
  const banners = usePart(shopBanners);
  const [problem, setProblem] = useState<ShopProblem | null>(null);
  const [copies, setCopies] = useState<RailStatus | null>(null);
  const say = useCallback((said: ShopProblem) => setProblem(said), []);
  useEffect(() => device.showTheme(settings.theme), [device, settings.theme]);
  useEffect(() => whenIdle(() => standing(device)), [device]);
  const board = useWeekBoard(shop, settings, wall.day);
  // The sample says so from the first moment; in a shop of one's own there is hardly ever anything to say.
  if (shop.isSample && banners === null) return null;
  return (
    <WallTimeContext.Provider value={wall}>
      <SayProblemContext.Provider value={say}>
        <WeekBoardContext.Provider value={board}>
          <Frame
            rail={
              <ShopRail
                hasProblem={problem !== null}
                copies={copies}
                foot={banners && <banners.LockKey />}
              />
            }
            banner={
              banners && (
                <>
                  <banners.QuietWork />
                  <banners.ShopBanners
                    isSample={shop.isSample}
                    problem={problem}
                    onProblemSeen={() => setProblem(null)}
                    onCopies={setCopies}
                  />
                </>
              )
            }
          >
            <Place shopName={settings.shopName} />
          </Frame>
        </WeekBoardContext.Provider>
      </SayProblemContext.Provider>
    </WallTimeContext.Provider>
  );
}

// What the first screen need not wait for.
function standing({ updates }: Device): void {
  updates.begin();
  crashScreen.load().catch(() => undefined);
}

function useShopSettings(shop: OpenShop): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(
    () =>
      watch(
        () => settingsOf(shop.deps),
        (live) => {
          if (live.state === 'ready') setSettings(live.value);
          if (live.state === 'failed' && !isGivenAway(live.error))
            setFailure({ error: live.error });
        },
      ),
    [shop],
  );
  if (failure !== null) throw failure.error;
  return settings;
}
