import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Device } from '#app/environment.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { Route } from '#ui/routes.ts';

/** What the first run asks. */
export type OwnShopAnswers = Pick<SettingsValues, 'shopName' | 'shopKind' | 'zone' | 'currency'>;

/** What screens may ask of the tablet and of the shell around them, also while no shop is open. */
export interface Tablet {
  readonly device: Device;
  readonly shops: ShopDoor;
}

/** Going in and out of shops. */
export interface ShopDoor {
  /** Makes a shop of the owner's own and goes to `then`. */
  readonly begin: (answers: OwnShopAnswers, then: Route) => Promise<void>;
  readonly tryTheSample: (onProgress: (done: number | null) => void) => Promise<void>;
  readonly leaveTheSample: () => Promise<void>;
  /** Opens the shop kept in the database `name` from now on. */
  readonly adopt: (name: string) => Promise<void>;
  /** The open shop is less than it was: it is closed at once and nothing more is written. */
  readonly lose: () => Promise<void>;
  /** The storage of the open shop failed with `error`: it is closed at once and nothing more is written. */
  readonly refuse: (error: unknown) => Promise<void>;
  /** Shows the first run, leaving everything that is here as it is. */
  readonly beginAnew: () => void;
}

export const TabletContext = createContext<Tablet | null>(null);

/** The tablet and the way in and out of shops. */
export function useTablet(): Tablet {
  const tablet = useContext(TabletContext);
  if (tablet === null) throw new Error('No tablet around this screen');
  return tablet;
}
