// What the shell lends to every screen, also while no shop is open.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Environment } from '#app/environment.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { Route } from '#ui/routes.ts';

export interface AppContextValue {
  readonly device: Environment;
  readonly shops: ShopActions;
}

export interface ShopActions {
  /** Creates a shop of the owner's own and goes to `then`. */
  readonly create: (answers: NewShopAnswers, then: Route) => Promise<void>;
  readonly enterSample: (onProgress: (done: number | null) => void) => Promise<void>;
  readonly exitSample: () => Promise<void>;
  readonly switchShop: (name: string) => Promise<void>;
  /** Rows of the open shop are missing: it is closed at once and nothing more is written. */
  readonly closeAsLost: () => Promise<void>;
  /** The storage of the open shop failed: it is closed at once and nothing more is written. */
  readonly closeOnError: (error: unknown) => Promise<void>;
  /** Shows the first run and leaves everything on this device as it is. */
  readonly showFirstRun: () => void;
}

export type NewShopAnswers = Pick<SettingsValues, 'shopName' | 'shopKind' | 'zone' | 'currency'>;

export const AppContext = createContext<AppContextValue | null>(null);

export function useApp(): AppContextValue {
  const app = useContext(AppContext);
  if (app === null) throw new Error('No app around this screen');
  return app;
}

type Navigate = (route: Route) => void;

export const NavigateContext = createContext<Navigate>(() => {});

/** Goes somewhere after an action. Links need no help: the shell follows every <a href>. */
export function useNavigate(): Navigate {
  return useContext(NavigateContext);
}
