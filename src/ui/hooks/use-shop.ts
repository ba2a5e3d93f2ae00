// What the shell lends to its screens: the open shop, the app around it, and how actions are run. A
// hook for what is not there throws.

import { createContext, type Context } from 'preact';
import { useContext } from 'preact/hooks';
import type { Roster } from '#app/customers/roster.ts';
import type { Deps } from '#app/deps.ts';
import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { WallTime } from '#lib/time-zone.ts';
import type { Environment } from '#app/environment.ts';
import type { Route } from '#ui/routes.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';

export interface OpenShop {
  readonly deps: Deps;
  readonly roster: Roster;
  /** Whether this is the sample shop, where nobody is real. */
  readonly isSample: boolean;
}

export const OpenShopContext = createContext<OpenShop | null>(null);
export const SettingsContext = createContext<Settings | null>(null);
export const WallTimeContext = createContext<WallTime | null>(null);

export function useShop(): OpenShop {
  return useLent(OpenShopContext);
}

export function useDeps(): Deps {
  return useShop().deps;
}

export function useSettings(): Settings {
  return useLent(SettingsContext);
}

/** The shop's wall time to the minute, also right at midnight and on return to the app. */
export function useWallTime(): WallTime {
  return useLent(WallTimeContext);
}

export function useToday(): Day {
  return useWallTime().day;
}

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
  return useLent(AppContext);
}

function useLent<T>(context: Context<T | null>): T {
  const value = useContext(context);
  if (value === null) throw new Error('Nothing like that is open around this screen');
  return value;
}

type Navigate = (route: Route) => void;

export const NavigateContext = createContext<Navigate>(() => {});

/** Goes somewhere after an action. Links need no help: the shell follows every <a href>. */
export function useNavigate(): Navigate {
  return useContext(NavigateContext);
}

/** Shows a problem until it is dealt with. Filled by the shell. */
export const ReportProblemContext = createContext<(problem: ShopProblem) => void>(() => {});

export interface ActionRunner {
  /** Gives the value of `action`; undefined when it failed, and then its problem is shown. */
  readonly run: <T>(action: () => Promise<Result<T, ShopProblem>>) => Promise<T | undefined>;
  /** The owner's screens disable the button meanwhile, the Counter never does. */
  readonly isRunning: boolean;
}
