import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { closeDesk } from '#app/desk.ts';
import type { Device } from '#app/device.ts';
import { openRoster } from '#app/roster.ts';
import { adoptShop, startShop, type Start, type StartProblem } from '#app/shops.ts';
import type { Result } from '#lib/result.ts';
import type { Deps } from '#app/deps.ts';
import type { Route } from '../routes.ts';
import type { ShopDoor } from './use-device.ts';
import type { OpenShop } from './use-deps.ts';
import { whenIdle } from './when-idle.ts';

/** What stands on the tablet now. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'open'; readonly shop: OpenShop }
  /** Newer code, or another tab, has taken the shop: this one must be opened again. */
  | { readonly kind: 'superseded' }
  | Exclude<Start, { readonly kind: 'open' }>;

/** Opens the shop of this tablet and keeps what stands there; `go` shows a place once a shop is open. */
export function useStart(
  device: Device,
  go: (route: Route) => void,
): { readonly stage: Stage; readonly door: ShopDoor } {
  const [stage, setStage] = useState<Stage>({ kind: 'starting' });
  const open = useRef<OpenShop | null>(null);
  const door = useMemo(() => doorOf({ device, go, open, setStage }), [device, go]);
  useEffect(() => {
    void door.start();
    return device.pointer.subscribe(() => setStage({ kind: 'superseded' }));
  }, [device, door]);
  return { stage, door };
}

interface Hall {
  readonly device: Device;
  readonly go: (route: Route) => void;
  readonly open: { current: OpenShop | null };
  readonly setStage: (stage: Stage) => void;
}

function doorOf(hall: Hall): ShopDoor & { readonly start: () => Promise<void> } {
  const { device, go, setStage } = hall;
  const starting = { device, onSuperseded: () => setStage({ kind: 'superseded' }) };
  const start = async (): Promise<void> => show(hall, await startShop(starting));
  return {
    start,
    async begin(answers, then) {
      const { createOwnShop } = await import('#app/shop-making.ts');
      const made = await createOwnShop(starting, answers);
      await showMade(hall, made, { isSample: false });
      go(then);
    },
    async tryTheSample(onProgress) {
      const { openSample } = await import('#app/sample.ts');
      const made = await openSample(starting, ({ done, total }) =>
        onProgress(total === null ? null : done / total),
      );
      await showMade(hall, made, { isSample: true });
      go({ kind: 'counter' });
    },
    async leaveTheSample() {
      const { leaveSample } = await import('#app/shop-making.ts');
      const shop = await closeShop(hall);
      device.showTheme('system');
      if (shop !== null) await leaveSample(device, shop.deps.db);
      await start();
      go({ kind: 'counter' });
    },
    async adopt(name) {
      await closeShop(hall);
      await show(hall, await adoptShop(starting, name));
    },
    async lose() {
      const shop = await closeShop(hall);
      if (shop !== null) setStage({ kind: 'lost', name: shop.deps.db.name });
    },
    beginAnew: () => setStage({ kind: 'first-run' }),
  };
}

// Screens finish what they are doing when they are taken away, which happens with the next drawing.
function screensAreGone(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}

async function closeShop(hall: Hall): Promise<OpenShop | null> {
  const shop = hall.open.current;
  hall.open.current = null;
  hall.setStage({ kind: 'starting' });
  await screensAreGone();
  if (shop !== null) {
    closeDesk(shop.deps);
    shop.roster.close();
    shop.deps.db.close();
  }
  return shop;
}

async function showMade(
  hall: Hall,
  made: Result<Deps, StartProblem>,
  { isSample }: Pick<OpenShop, 'isSample'>,
): Promise<void> {
  if (made.ok) await show(hall, { kind: 'open', deps: made.value, isSample });
  else await show(hall, { kind: 'refused', name: '', problem: made.problem });
}

async function show(hall: Hall, start: Start): Promise<void> {
  if (start.kind !== 'open') {
    hall.setStage(start);
    return;
  }
  const { deps, isSample } = start;
  const shop = { deps, isSample, roster: await openRoster(deps, whenIdle) };
  hall.open.current = shop;
  hall.setStage({ kind: 'open', shop });
}
