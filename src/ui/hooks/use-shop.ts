import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import type { Roster } from '#app/customers/roster.ts';

/** What the open shop lends to its screens. */
export interface OpenShop {
  readonly deps: Deps;
  readonly roster: Roster;
  /** Whether this is the sample shop, where nobody is real. */
  readonly isSample: boolean;
}

export const OpenShopContext = createContext<OpenShop | null>(null);

/** The open shop. Throws outside of one: screens are only drawn when a shop is open. */
export function useShop(): OpenShop {
  const shop = useContext(OpenShopContext);
  if (shop === null) throw new Error('No shop is open');
  return shop;
}

/** What verbs and questions need. */
export function useDeps(): Deps {
  return useShop().deps;
}
