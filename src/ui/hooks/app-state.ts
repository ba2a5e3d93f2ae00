import type { Environment } from '#app/environment.ts';
import { tryOpenRoster } from '#app/customers/roster.ts';
import type { StartResult, StartContext } from '#app/shop/open-shop.ts';
import type { OpenShop } from './use-shop.ts';
import { whenIdle } from './when-idle.ts';
import type { Route } from '#ui/routes.ts';

export type AppState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'open'; readonly shop: OpenShop }
  /** A shop of an older version is being migrated. */
  | { readonly kind: 'upgrading' }
  /** Newer code, or another tab, has taken the shop: the app must be opened again. */
  | { readonly kind: 'superseded' }
  | Exclude<StartResult, { readonly kind: 'open' }>;

export interface ShellContext {
  readonly device: Environment;
  readonly navigate: (route: Route) => void;
  readonly openShopRef: { current: OpenShop | null };
  readonly setAppState: (appState: AppState) => void;
  readonly startContext: StartContext;
}

/** In a large shop the first letter or tap comes before everybody else is read. */
const fullReadDelayMs = 400;

/** Shows the result of a start, an open shop once its first customers are read. */
export async function applyStart(
  { openShopRef, setAppState }: ShellContext,
  start: StartResult,
): Promise<void> {
  if (start.kind !== 'open') {
    setAppState(start);
    return;
  }
  const { deps, isSample } = start;
  const roster = await tryOpenRoster(deps, (step) => setTimeout(whenIdle, fullReadDelayMs, step));
  if (!roster.ok) {
    deps.db.close();
    setAppState({ kind: 'refused', name: deps.db.name, problem: roster.problem });
    return;
  }
  const shop = { deps, isSample, roster: roster.value };
  openShopRef.current = shop;
  setAppState({ kind: 'open', shop });
}
