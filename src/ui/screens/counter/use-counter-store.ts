import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { deskOf, type Desk } from '#app/counter/counter-store.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { partOf, usePart } from '#ui/hooks/lazy-module.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { useWallTime } from '#ui/hooks/use-today.ts';

/** The desk of the open shop, drawn again with each change of it. It outlives the screen. */
export function useDesk(): Desk {
  const { deps, roster } = useShop();
  const settings = useSettings();
  const wall = useWallTime();
  const [, redraw] = useState(0);
  const desk = deskOf(deps, roster, settings);
  useLayoutEffect(() => desk.subscribe(() => redraw((count) => count + 1)), [desk]);
  useLayoutEffect(() => desk.follow(settings), [desk, settings]);
  useLayoutEffect(() => desk.turnTo(wall), [desk, wall]);
  // Whoever leaves the Counter has finished typing.
  useEffect(() => () => desk.finishAmount(), [desk]);
  return desk;
}

const awakePart = partOf(async () => import('#app/counter/wake-lock.ts'));

/** Keeps the screen on for as long as the screen that asks is shown and the shop is open. */
export function useAwakeWhileOpen(): void {
  const awake = usePart(awakePart);
  const settings = useSettings();
  const wall = useWallTime();
  const isOpen = awake !== null && awake.isOpenAt(settings, wall);
  useEffect(() => (isOpen ? awake.stayAwake() : undefined), [isOpen, awake]);
}
