import { useEffect } from 'preact/hooks';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { useWallTime } from '#ui/hooks/use-shop.ts';

/** So long must nobody have touched anything before tiles may change. */
const quietMs = 5000;

/** Lets a few tiles change: never under a finger, soon after a touch, or during a search. */
export function useIdleReorder(counterStore: CounterStore, isSearching: boolean): void {
  const { minute } = useWallTime();
  const visits = counterStore.todayVisits.visits().length;
  useEffect(() => {
    if (isSearching) return undefined;
    const fingers = new Set<number>();
    let timer = setTimeout(reorder, quietMs);
    function reorder(): void {
      if (fingers.size === 0) counterStore.reorderTiles();
    }
    function onTouch(event: Event): void {
      if (event instanceof PointerEvent && event.type === 'pointerdown')
        fingers.add(event.pointerId);
      else if (event instanceof PointerEvent) fingers.delete(event.pointerId);
      clearTimeout(timer);
      timer = setTimeout(reorder, quietMs);
    }
    for (const name of touches) addEventListener(name, onTouch, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of touches) removeEventListener(name, onTouch);
    };
  }, [counterStore, isSearching, minute, visits]);
}

const touches = ['pointerdown', 'keydown', 'pointerup', 'pointercancel'] as const;
