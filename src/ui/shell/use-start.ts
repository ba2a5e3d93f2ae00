import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Device } from '#app/environment.ts';
import { startShop } from '#app/shop/open-shop.ts';
import type { Route } from '#ui/routes.ts';
import type { ShopDoor } from '#ui/hooks/use-app.ts';
import { showStart, type Hall, type Stage } from '#ui/hooks/app-state.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { partOf } from '#ui/hooks/lazy-module.ts';

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

function doorOf({
  device,
  go,
  open,
  setStage,
}: Omit<Hall, 'starting'>): ShopDoor & { readonly start: () => Promise<void> } {
  const starting = {
    device,
    onSuperseded: () => setStage({ kind: 'superseded' }),
    onUpgrade: () => setStage({ kind: 'upgrading' }),
  };
  const hall = { device, go, open, setStage, starting };
  return {
    start: async () => showStart(hall, await startShop(starting)),
    begin: async (answers, then) => (await moves.load()).beginShop(hall, answers, then),
    tryTheSample: async (onProgress) => (await moves.load()).tryTheSample(hall, onProgress),
    leaveTheSample: async () => (await moves.load()).leaveTheSample(hall),
    adopt: async (name) => (await moves.load()).adopt(hall, name),
    lose: async () => (await moves.load()).lose(hall),
    refuse: async (error) => (await moves.load()).refuse(hall, error),
    beginAnew: () => setStage({ kind: 'first-run' }),
  };
}

// What happens once or twice on a tablet is not waited for at every start.
const moves = partOf(async () => import('./shop-lifecycle.ts'));
