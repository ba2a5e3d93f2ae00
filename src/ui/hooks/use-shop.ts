// What the shell lends to the screens of an open shop. Each hook throws outside of one.

import { createContext, type Context } from 'preact';
import { useContext } from 'preact/hooks';
import type { Roster } from '#app/customers/roster.ts';
import type { Deps } from '#app/deps.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { WallTime } from '#lib/time-zone.ts';

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

function useLent<T>(context: Context<T | null>): T {
  const value = useContext(context);
  if (value === null) throw new Error('No shop is open');
  return value;
}
