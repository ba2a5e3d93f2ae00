import { useEffect, useMemo, useState } from 'preact/hooks';
import { copyKeeping } from '#app/backup/backup-history.ts';
import { closeLanding, openLanding, replaceLost } from '#app/recovery/temporary-shop.ts';
import type { LostShop } from '#app/recovery/data-loss.ts';
import { openRoster } from '#app/customers/roster.ts';
import { settingsOf } from '#app/shop/settings.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { useTablet, type Tablet } from '#ui/hooks/use-app.ts';

/** Where a copy can come back to while the shop itself is closed. */
export interface Landing {
  readonly shop: OpenShop;
  readonly settings: Settings;
  /** The tablet as it is, except that entering a shop from here first lays the lost one aside. */
  readonly tablet: Tablet;
}

/** Opens a landing beside the shop `lost`, if there was one, and clears it away again; null until it is open. */
export function useLanding(lost: LostShop | null): Landing | null {
  const tablet = useTablet();
  const [opened, setOpened] = useState<Omit<Landing, 'tablet'> | null>(null);
  useEffect(() => {
    const opening = landingFor(tablet, lost);
    void opening.then(setOpened);
    return () => void cleared(opening);
  }, [tablet, lost]);
  return useMemo(
    () => (opened === null ? null : { ...opened, tablet: leading(tablet, opened.shop, lost) }),
    [tablet, opened, lost],
  );
}

async function cleared(opening: ReturnType<typeof landingFor>): Promise<void> {
  const landing = await opening;
  if (landing === null) return;
  landing.shop.roster.close();
  await closeLanding(landing.shop.deps);
}

async function landingFor(
  { device }: Tablet,
  lost: LostShop | null,
): Promise<Omit<Landing, 'tablet'> | null> {
  const opened = await openLanding(device, lost);
  if (!opened.ok) return null;
  const deps = opened.value;
  const roster = await openRoster(deps);
  return { shop: { deps, roster, isSample: false }, settings: await settingsOf(deps) };
}

function leading(tablet: Tablet, { deps }: OpenShop, lost: LostShop | null): Tablet {
  const { device, shops } = tablet;
  return {
    device,
    shops: {
      ...shops,
      async adopt(name) {
        replaceLost(copyKeeping(device), deps, lost);
        await shops.adopt(name);
      },
    },
  };
}
