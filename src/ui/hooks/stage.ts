// What stands on the tablet, and showing what a start came to.

import type { Device } from '#app/device.ts';
import { openRoster } from '#app/roster.ts';
import type { Start, Starting } from '#app/shops.ts';
import type { OpenShop } from './use-deps.ts';
import { whenIdle } from './when-idle.ts';
import type { Route } from '../routes.ts';

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

/** Shows what a start came to; an open shop with everybody in it. */
export async function showStart({ open, setStage }: Hall, start: Start): Promise<void> {
  if (start.kind !== 'open') {
    setStage(start);
    return;
  }
  const { deps, isSample } = start;
  const shop = { deps, isSample, roster: await openRoster(deps, whenIdle) };
  open.current = shop;
  setStage({ kind: 'open', shop });
}
