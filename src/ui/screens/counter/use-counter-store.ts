import { useEffect, useLayoutEffect } from 'preact/hooks';
import { getCounterStore, type CounterStore } from '#app/counter/counter-store.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useShop, useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';

/** The counter store of the open shop, which outlives the screen. Each change draws again. */
export function useCounterStore(): CounterStore {
  const { deps, roster } = useShop();
  const settings = useSettings();
  const wall = useWallTime();
  const counterStore = getCounterStore(deps, roster, settings);
  useObservable(counterStore, () => counterStore.version);
  useLayoutEffect(() => counterStore.setSettings(settings), [counterStore, settings]);
  useLayoutEffect(() => counterStore.setTime(wall), [counterStore, wall]);
  // Whoever leaves the Counter has finished typing.
  useEffect(() => () => counterStore.finishAmount(), [counterStore]);
  return counterStore;
}

const wakeLockModule = lazyModule(async () => import('#app/counter/wake-lock.ts'));

/** Keeps the tablet awake while this screen is shown in opening hours. */
export function useWakeLockWhileOpen(): void {
  const wakeLock = useLazyModule(wakeLockModule);
  const settings = useSettings();
  const wall = useWallTime();
  const isOpen = wakeLock !== null && wakeLock.isOpenAt(settings, wall);
  useEffect(() => (isOpen ? wakeLock.keepScreenAwake() : undefined), [isOpen, wakeLock]);
}
