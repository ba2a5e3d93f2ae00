import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DataLossReport } from '#app/recovery/data-loss.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import {
  OpenShopContext,
  SettingsContext,
  WallTimeContext,
  AppContext,
  useApp,
} from '#ui/hooks/use-shop.ts';
import { useTemporaryShop } from './use-temporary-shop.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
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

/** Restoring a snapshot of this browser, or a file, while the shop itself is closed. */
export function RestoreInstead({ dataLoss, rank }: RestoreInsteadProps): JSX.Element {
  const { device } = useApp();
  const [wanted, setWanted] = useState<{ readonly chosen: Blob | null } | null>(null);
  // Only on demand: it is an empty shop of its own while the card is open.
  if (wanted !== null) return <RestoreInTemporaryShop dataLoss={dataLoss} chosen={wanted.chosen} />;
  const [latest] = dataLoss.snapshots;
  const first = rank === 'next' ? 'primary' : 'plain';
  return (
    <div class="restore-instead_keys">
      <ButtonRow>
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
      </ButtonRow>
    </div>
  );
}

export interface RestoreInTemporaryShopProps {
  /** The shop that the backup replaces; null on a device without one. */
  readonly dataLoss: DataLossReport | null;
  /** A backup that was chosen already. */
  readonly chosen: Blob | null;
}

/** The card for backups on a device where no shop is open. */
export function RestoreInTemporaryShop(props: RestoreInTemporaryShopProps): JSX.Element | null {
  const { dataLoss, chosen } = props;
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
