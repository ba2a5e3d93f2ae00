import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Environment } from '#app/environment.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { Route } from '#ui/routes.ts';

/** What the first run asks. */
export type NewShopAnswers = Pick<SettingsValues, 'shopName' | 'shopKind' | 'zone' | 'currency'>;

/** What screens may ask of the tablet and of the shell around them, also while no shop is open. */
export interface AppContextValue {
  readonly device: Environment;
  readonly shops: ShopActions;
}

/** Going in and out of shops. */
export interface ShopActions {
  /** Makes a shop of the owner's own and goes to `then`. */
  readonly create: (answers: NewShopAnswers, then: Route) => Promise<void>;
  readonly enterSample: (onProgress: (done: number | null) => void) => Promise<void>;
  readonly exitSample: () => Promise<void>;
  /** Opens the shop kept in the database `name` from now on. */
  readonly switchShop: (name: string) => Promise<void>;
  /** The open shop is less than it was: it is closed at once and nothing more is written. */
  readonly closeAsLost: () => Promise<void>;
  /**
   * The storage of the open shop failed with `error`: it is closed at once and nothing more is
   * written.
   */
  readonly closeOnError: (error: unknown) => Promise<void>;
  /** Shows the first run, leaving everything that is here as it is. */
  readonly showFirstRun: () => void;
}

export const AppContext = createContext<AppContextValue | null>(null);

/** The tablet and the way in and out of shops. */
export function useApp(): AppContextValue {
  const app = useContext(AppContext);
  if (app === null) throw new Error('No tablet around this screen');
  return app;
}
