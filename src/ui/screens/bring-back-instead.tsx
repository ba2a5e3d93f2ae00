import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LostShop } from '#app/lost-shop.ts';
import { wallTimeAt } from '#lib/zone.ts';
import { OpenShopContext } from '../hooks/use-deps.ts';
import { TabletContext, useTablet } from '../hooks/use-device.ts';
import { useLanding } from '../hooks/use-landing.ts';
import { SettingsContext } from '../hooks/use-settings.ts';
import { WallTimeContext } from '../hooks/use-today.ts';
import { Button } from '../parts/button.tsx';
import { m } from '../words.ts';
import './bring-back-instead.css';
import { BringBackCard } from './copy/bring-back-card.tsx';
import { momentText } from './moment-text.ts';

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
    <div class="bring-back-instead_keys">
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
