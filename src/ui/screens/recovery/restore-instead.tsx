import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DataLossReport } from '#app/recovery/data-loss.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { OpenShopContext, SettingsContext, WallTimeContext } from '#ui/hooks/use-shop.ts';
import { AppContext, useApp } from '#ui/hooks/use-app.ts';
import { useTemporaryShop } from './use-temporary-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './restore-instead.css';
import { RestoreCard } from '#ui/screens/backup/restore-card.tsx';
import { dateTimeText } from './date-time-text.ts';

export interface RestoreInsteadProps {
  /** The shop that does not open. */
  readonly dataLoss: DataLossReport;
  /** Whether this is what to do next, or the last thing to try. */
  readonly rank: 'next' | 'last';
}

/** Bringing back what this browser kept by itself, or a file, while the shop itself is closed. */
export function RestoreInstead({ dataLoss, rank }: RestoreInsteadProps): JSX.Element {
  const { device } = useApp();
  const [wanted, setWanted] = useState<{ readonly chosen: Blob | null } | null>(null);
  // Only opened when wanted: it is an empty shop of its own for as long as the card is open.
  if (wanted !== null) return <RestoreInTemporaryShop dataLoss={dataLoss} chosen={wanted.chosen} />;
  const [latest] = dataLoss.snapshots;
  const first = rank === 'next' ? 'primary' : 'plain';
  return (
    <div class="restore-instead_keys">
      {latest === undefined ? null : (
        <Button kind={first} onPress={() => setWanted({ chosen: latest.file })}>
          {m.storage_restore_snapshot(dateTimeText(latest.at, device.zone, device.clock.now()))}
        </Button>
      )}
      <Button
        kind={latest === undefined ? first : 'plain'}
        onPress={() => setWanted({ chosen: null })}
      >
        {m.storage_restore()}
      </Button>
    </div>
  );
}

export interface RestoreInTemporaryShopProps {
  /** The shop that the copy stands in for; null on a tablet without one. */
  readonly dataLoss: DataLossReport | null;
  /** A copy that was chosen already. */
  readonly chosen: Blob | null;
}

/** The card for copies, on a tablet where no shop is open. */
export function RestoreInTemporaryShop({
  dataLoss,
  chosen,
}: RestoreInTemporaryShopProps): JSX.Element | null {
  const temporaryShop = useTemporaryShop(dataLoss);
  const { device } = useApp();
  if (temporaryShop === null) return null;
  return (
    <AppContext.Provider value={temporaryShop.app}>
      <OpenShopContext.Provider value={temporaryShop.shop}>
        <SettingsContext.Provider value={temporaryShop.settings}>
          <WallTimeContext.Provider value={toLocalTime(device.clock.now(), device.zone)}>
            <RestoreCard chosen={chosen} where="no-shop" />
          </WallTimeContext.Provider>
        </SettingsContext.Provider>
      </OpenShopContext.Provider>
    </AppContext.Provider>
  );
}
