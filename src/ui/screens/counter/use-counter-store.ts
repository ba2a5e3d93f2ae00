import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { getCounterStore, type CounterStore } from '#app/counter/counter-store.ts';
import { useShop, useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';

/** The desk of the open shop, drawn again with each change of it. It outlives the screen. */
export function useCounterStore(): CounterStore {
  const { deps, roster } = useShop();
  const settings = useSettings();
  const wall = useWallTime();
  const [, redraw] = useState(0);
  const counterStore = getCounterStore(deps, roster, settings);
  useLayoutEffect(() => counterStore.subscribe(() => redraw((count) => count + 1)), [counterStore]);
  useLayoutEffect(() => counterStore.setSettings(settings), [counterStore, settings]);
  useLayoutEffect(() => counterStore.setTime(wall), [counterStore, wall]);
  // Whoever leaves the Counter has finished typing.
  useEffect(() => () => counterStore.finishAmount(), [counterStore]);
  return counterStore;
}

const wakeLockModule = lazyModule(async () => import('#app/counter/wake-lock.ts'));

/** Keeps the screen on for as long as the screen that asks is shown and the shop is open. */
export function useWakeLockWhileOpen(): void {
  const wakeLock = useLazyModule(wakeLockModule);
  const settings = useSettings();
  const wall = useWallTime();
  const isOpen = wakeLock !== null && wakeLock.isOpenAt(settings, wall);
  useEffect(() => (isOpen ? wakeLock.keepScreenAwake() : undefined), [isOpen, wakeLock]);
}
