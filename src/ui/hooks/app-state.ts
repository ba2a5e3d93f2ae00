// What stands on the tablet, and showing what a start came to.

import type { Device } from '#app/environment.ts';
import { startRoster } from '#app/customers/roster.ts';
import type { Start, Starting } from '#app/shop/open-shop.ts';
import type { OpenShop } from './use-shop.ts';
import { whenIdle } from './when-idle.ts';
import type { Route } from '#ui/routes.ts';

/** What stands on the tablet now. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'open'; readonly shop: OpenShop }
  /** A shop of an older version is being brought to today. */
  | { readonly kind: 'upgrading' }
  /** Newer code, or another tab, has taken the shop: this one must be opened again. */
  | { readonly kind: 'superseded' }
  | Exclude<Start, { readonly kind: 'open' }>;

/** Where the shops of this tablet come and go. */
export interface Hall {
  readonly device: Device;
  readonly go: (route: Route) => void;
  readonly open: { current: OpenShop | null };
  readonly setStage: (stage: Stage) => void;
  readonly starting: Starting;
}

/** In a large shop the first letter or tap comes before everybody else is read. */
const firstMs = 400;

/** Shows what a start came to; an open shop with everybody in it. */
export async function showStart({ open, setStage }: Hall, start: Start): Promise<void> {
  if (start.kind !== 'open') {
    setStage(start);
    return;
  }
  const { deps, isSample } = start;
  const roster = await startRoster(deps, (step) => setTimeout(whenIdle, firstMs, step));
  if (!roster.ok) {
    deps.db.close();
    setStage({ kind: 'refused', name: deps.db.name, problem: roster.problem });
    return;
  }
  const shop = { deps, isSample, roster: roster.value };
  open.current = shop;
  setStage({ kind: 'open', shop });
}
