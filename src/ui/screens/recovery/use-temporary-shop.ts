import { useEffect, useMemo, useState } from 'preact/hooks';
import { createBackupContext } from '#app/backup/backup-history.ts';
import {
  closeTemporaryShop,
  openTemporaryShop,
  replaceLostShop,
} from '#app/recovery/temporary-shop.ts';
import type { DataLossReport } from '#app/recovery/data-loss.ts';
import { openRoster } from '#app/customers/roster.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { type OpenShop, useApp, type AppContextValue } from '#ui/hooks/use-shop.ts';

/** Where a backup can be restored to while the shop itself is closed. */
export interface OpenTemporaryShop {
  readonly shop: OpenShop;
  readonly settings: Settings;
  /** The app as it is, except that opening a shop from here first replaces the lost one. */
  readonly app: AppContextValue;
}

/** A temporary shop while the lost one is closed; null until it is open. */
export function useTemporaryShop(dataLoss: DataLossReport | null): OpenTemporaryShop | null {
  const app = useApp();
  const [openedShop, setOpenedShop] = useState<Omit<OpenTemporaryShop, 'app'> | null>(null);
  useEffect(() => {
    const opening = openTemporaryShopFor(app, dataLoss);
    void opening.then(setOpenedShop);
    return () => void dispose(opening);
  }, [app, dataLoss]);
  return useMemo(
    () =>
      openedShop === null
        ? null
        : { ...openedShop, app: replacingOnSwitch(app, openedShop.shop, dataLoss) },
    [app, openedShop, dataLoss],
  );
}

async function dispose(opening: ReturnType<typeof openTemporaryShopFor>): Promise<void> {
  const temporaryShop = await opening;
  if (temporaryShop === null) return;
  temporaryShop.shop.roster.close();
  await closeTemporaryShop(temporaryShop.shop.deps);
}

async function openTemporaryShopFor(
  { device }: AppContextValue,
  dataLoss: DataLossReport | null,
): Promise<Omit<OpenTemporaryShop, 'app'> | null> {
  const openedShop = await openTemporaryShop(device, dataLoss);
  if (!openedShop.ok) return null;
  const deps = openedShop.value;
  const roster = await openRoster(deps);
  return { shop: { deps, roster, isSample: false }, settings: await loadSettings(deps) };
}

function replacingOnSwitch(
  app: AppContextValue,
  { deps }: OpenShop,
  dataLoss: DataLossReport | null,
): AppContextValue {
  const { device, shops } = app;
  return {
    device,
    shops: {
      ...shops,
      async switchShop(name) {
        replaceLostShop(createBackupContext(device), deps, dataLoss);
        await shops.switchShop(name);
      },
    },
  };
}
