import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LostShop } from '#app/recovery/data-loss.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { OpenShopContext } from '#ui/hooks/use-shop.ts';
import { TabletContext, useTablet } from '#ui/hooks/use-app.ts';
import { useLanding } from './use-temporary-shop.ts';
import { SettingsContext } from '#ui/hooks/use-settings.ts';
import { WallTimeContext } from '#ui/hooks/use-today.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './restore-instead.css';
import { BringBackCard } from '#ui/screens/backup/restore-card.tsx';
import { momentText } from './date-time-text.ts';

export interface BringBackInsteadProps {
  /** The shop that does not open. */
  readonly lost: LostShop;
  /** Whether this is what to do next, or the last thing to try. */
  readonly rank: 'next' | 'last';
}

/** Bringing back what this browser kept by itself, or a file, while the shop itself is closed. */
export function BringBackInstead({ lost, rank }: BringBackInsteadProps): JSX.Element {
  const { device } = useTablet();
  const [wanted, setWanted] = useState<{ readonly chosen: Blob | null } | null>(null);
  // Only opened when wanted: it is an empty shop of its own for as long as the card is open.
  if (wanted !== null) return <CopyLanding lost={lost} chosen={wanted.chosen} />;
  const [latest] = lost.snapshots;
  const first = rank === 'next' ? 'primary' : 'plain';
  return (
    <div class="restore-instead_keys">
      {latest === undefined ? null : (
        <Button kind={first} onPress={() => setWanted({ chosen: latest.file })}>
          {m.storage_restore_snapshot(momentText(latest.at, device.zone, device.clock.now()))}
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

export interface CopyLandingProps {
  /** The shop that the copy stands in for; null on a tablet without one. */
  readonly lost: LostShop | null;
  /** A copy that was chosen already. */
  readonly chosen: Blob | null;
}

/** The card for copies, on a tablet where no shop is open. */
export function CopyLanding({ lost, chosen }: CopyLandingProps): JSX.Element | null {
  const landing = useLanding(lost);
  const { device } = useTablet();
  if (landing === null) return null;
  return (
    <TabletContext.Provider value={landing.tablet}>
      <OpenShopContext.Provider value={landing.shop}>
        <SettingsContext.Provider value={landing.settings}>
          <WallTimeContext.Provider value={wallTimeAt(device.clock.now(), device.zone)}>
            <BringBackCard chosen={chosen} where="no-shop" />
          </WallTimeContext.Provider>
        </SettingsContext.Provider>
      </OpenShopContext.Provider>
    </TabletContext.Provider>
  );
}
